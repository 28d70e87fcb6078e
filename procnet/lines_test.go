package procnet

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// piece is what lines.next gives, and its count beside it.
type piece struct {
	Text      string
	Line      int
	Continued bool
}

func pieces(in *lines) (all []piece) {
	for {
		p, ok := in.next()
		if !ok {
			return all
		}
		all = append(all, piece{string(p), in.number, in.continued})
	}
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		want       []piece
	}{
		{"nothing", "", nil},
		{"an empty line", "\n", []piece{{"", 1, false}}},
		{"lines", "a\nbc\n", []piece{{"a", 1, false}, {"bc", 2, false}}},
		{"no last newline", "a\nbc", []piece{{"a", 1, false}, {"bc", 2, false}}},
		{"carriage returns stay", "a\r\nb\r", []piece{{"a\r", 1, false}, {"b\r", 2, false}}},
		{"a NUL ends the text", "a\x00b\nc\n", []piece{{"a", 1, false}, {"c", 2, false}}},
		{"only a NUL", "\x00", []piece{{"", 1, false}}},
		{"as long as the buffer", "1234567\n8\n", []piece{{"1234567", 1, false}, {"8", 2, false}}},
		{"the newline doesn't fit", "12345678\n9\n", []piece{{"12345678", 1, false}, {"", 1, true}, {"9", 2, false}}},
		{"a long line", "1234567890123456789\na\n", []piece{
			{"12345678", 1, false}, {"90123456", 1, true}, {"789", 1, true}, {"a", 2, false},
		}},
		{"a long last line", "1234567890", []piece{{"12345678", 1, false}, {"90", 1, true}}},
		{"a NUL in each piece", "123\x00567890\x0012345\n", []piece{
			{"123", 1, false}, {"90", 1, true}, {"", 1, true},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, r := range []io.Reader{
				strings.NewReader(tt.text),
				iotest.OneByteReader(strings.NewReader(tt.text)),
				iotest.DataErrReader(strings.NewReader(tt.text)),
			} {
				in := newLines(r, "f", 8)
				if diff := cmp.Diff(tt.want, pieces(in)); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
				if err := in.failure(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// What a failed read left of a line isn't shown: half a name is another name.
func TestLinesFailure(t *testing.T) {
	broken := errors.New("broken")
	r := io.MultiReader(strings.NewReader("a\nbc\nd"), iotest.ErrReader(broken))
	in := newLines(r, "f", 8)
	if diff := cmp.Diff([]piece{{"a", 1, false}, {"bc", 2, false}}, pieces(in)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if err := in.failure(); err != broken {
		t.Errorf("failure() = %v", err)
	}
}

// stuck is a reader that never gives anything.
type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

func TestLinesNoProgress(t *testing.T) {
	in := newLines(stuck{}, "f", 8)
	if p, ok := in.next(); ok || in.failure() != io.ErrNoProgress {
		t.Errorf("next() = %q, %v, then %v", p, ok, in.failure())
	}
}

// sizes notes what is asked of a reader.
type sizes struct {
	r     io.Reader
	asked []int
}

func (s *sizes) Read(b []byte) (int, error) {
	s.asked = append(s.asked, len(b))
	return s.r.Read(b)
}

// The kernel walks the IPv6 table again for each read, so small ones cost
// quadratic time, and one after the end costs a whole walk.
func TestLinesReadSizes(t *testing.T) {
	text := bytes.Repeat([]byte("0123456789 0123456789 0123456789\n"), 10_000)
	s := &sizes{r: bytes.NewReader(text)}
	if got := len(pieces(newLines(s, "f", 1022))); got != 10_000 {
		t.Errorf("%d lines, want 10000", got)
	}
	for i, n := range s.asked {
		if n < bufferSize-1022 {
			t.Errorf("read %d asks for %d bytes only", i, n)
		}
	}
	if want := len(text)/(bufferSize-1022) + 2; len(s.asked) > want {
		t.Errorf("%d reads, want at most %d", len(s.asked), want)
	}
}

func TestLinesAfterEnd(t *testing.T) {
	s := &sizes{r: strings.NewReader("a\nb\nc\nd")}
	pieces(newLines(s, "f", 1022))
	if len(s.asked) != 2 {
		t.Errorf("%d reads, want 2: the text and its end", len(s.asked))
	}
}

func TestLinesMegabyte(t *testing.T) {
	const size = 1 << 20
	text := strings.Repeat("x", size) + "\nlast\n"
	all := pieces(newLines(strings.NewReader(text), "f", 511))
	if want := size/511 + 2; len(all) != want {
		t.Errorf("%d pieces, want %d", len(all), want)
	}
	if last := all[len(all)-1]; last != (piece{"last", 2, false}) {
		t.Errorf("the line after is %+v", last)
	}
}

// named is a reader that knows its file.
type named struct {
	io.Reader
	name string
}

func (n named) Name() string { return n.name }

// Errors name the file as the caller does.
func TestErrorsNameTheFile(t *testing.T) {
	for name, want := range map[string]string{
		"/srv/captured/dev": "/srv/captured/dev:3: Receive packets: missing",
		"":                  "/proc/net/dev:3: Receive packets: missing",
	} {
		for _, err := range Interfaces(named{strings.NewReader("\ncompressed\neth0: 1\n"), name}) {
			if err == nil || err.Error() != want {
				t.Errorf("%q: %v, want %s", name, err, want)
			}
		}
	}
	for _, err := range Routes(named{strings.NewReader("Iface Flags\n"), "routes.txt"}) {
		if err == nil || err.Error() != "routes.txt does not contain required field Destination" {
			t.Error(err)
		}
	}
}
