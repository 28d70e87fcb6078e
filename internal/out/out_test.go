package out

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// screen is a terminal or a file that both streams end at.
type screen struct{ bytes.Buffer }

func onTerminal(io.Writer) bool { return true }

func TestStderrComesFirstInAFile(t *testing.T) {
	var s screen
	streams := New(&s, &s, nil)
	streams.WriteString("eth0\n")
	streams.Errorf("%s: no such file\n", "/proc/net/dev")
	streams.Close()
	if got, want := s.String(), "/proc/net/dev: no such file\neth0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOrderIsKeptOnATerminal(t *testing.T) {
	var s screen
	streams := New(&s, &s, onTerminal)
	streams.WriteString("eth0\n")
	streams.Errorf("oops\n")
	streams.WriteString("lo\n")
	streams.Close()
	if got, want := s.String(), "eth0\noops\nlo\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestControlBytesAreVisibleOnATerminalOnly(t *testing.T) {
	const name = "e\x1b[2J\x00\x9b\xc2\x9b\xff\u00e9\tx\n"
	var file, terminal screen
	for s, isTerminal := range map[*screen]func(io.Writer) bool{&file: nil, &terminal: onTerminal} {
		streams := New(s, s, isTerminal)
		streams.WriteString(name)
		streams.Errorf("%s", name)
		streams.Close()
	}
	if got := file.String(); got != name+name {
		t.Errorf("file: got %q", got)
	}
	const seen = "e?[2J????\xff\u00e9\tx\n"
	if got, want := terminal.String(), strings.Replace(seen, "????", "???", 1); got != want+want {
		t.Errorf("terminal: got %q, want %q", got, want+want)
	}
}

func TestVisibleKeepsCleanBytes(t *testing.T) {
	clean := []byte("eth0 \u00fcber\n")
	if got := Visible(clean); &got[0] != &clean[0] {
		t.Error("clean bytes were copied")
	}
}

// disk takes so many bytes and then is full.
type disk struct{ room int }

var errFull = errors.New("no space left")

func (d *disk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		return d.room, errFull
	}
	d.room -= len(p)
	return len(p), nil
}

func TestWriteErrorIsRemembered(t *testing.T) {
	for _, size := range []int{1, bufferSize, 3 * bufferSize} {
		streams := New(&disk{}, io.Discard, nil)
		streams.Write(make([]byte, size))
		streams.Errorf("a message flushes nothing in a file\n")
		if err := streams.Close(); !errors.Is(err, errFull) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
}

func FuzzVisible(f *testing.F) {
	f.Add([]byte("eth0\x1b[31m"))
	f.Add([]byte("\xc2\x9b\xc2"))
	f.Fuzz(func(t *testing.T, p []byte) {
		got := Visible(p)
		if again := Visible(got); !bytes.Equal(again, got) {
			t.Errorf("%q becomes %q becomes %q", p, got, again)
		}
		if i := bytes.IndexFunc(got, func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 }); i >= 0 {
			t.Errorf("%q keeps a control character: %q", p, got)
		}
	})
}

// The words of a message are put in as they are, whatever they look like.
func TestErrorfPutsWordsIn(t *testing.T) {
	for _, test := range []struct {
		format string
		args   []string
		want   string
	}{
		{"plain, 100% of it\n", nil, "plain, 100% of it\n"},
		{"%s: %s\n", []string{"ifconfig", "why"}, "ifconfig: why\n"},
		{"<%s>%s", []string{"%s%d", ""}, "<%s%d>"},
	} {
		var stderr screen
		New(io.Discard, &stderr, nil).Errorf(test.format, test.args...)
		if got := stderr.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
