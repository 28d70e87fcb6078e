package dns

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// script is a connection whose other end says these things, one a read, to
// whatever it is told. %N stands for the number of the question.
type script struct {
	network string
	says    []string
	heard   []byte
}

func (s *script) Write(b []byte) (int, error) {
	s.heard = append(s.heard, b...)
	return len(b), nil
}

func (s *script) Read(b []byte) (int, error) {
	if len(s.says) == 0 {
		return 0, errors.New("silence")
	}
	question := s.heard
	if s.network == "tcp" {
		question = question[2:]
	}
	text := strings.NewReplacer("%N", string(question[:2]), "%Q", string(question[12:])).Replace(s.says[0])
	s.says = s.says[1:]
	if text == "" {
		return 0, io.EOF
	}
	return copy(b, text), nil
}

func (s *script) Close() error        { return nil }
func (s *script) Limit(time.Duration) {}

const (
	head    = "%N\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00"
	answerA = "\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\xc0\x00\x02\x01"
	good    = head + "%Q" + answerA
)

func tcpMessage(text string) []string {
	size := len(strings.NewReplacer("%N", "xx", "%Q", string(make([]byte, len("\x01x\x04test\x00\x00\x01\x00\x01")))).Replace(text))
	return []string{string([]byte{byte(size >> 8), byte(size)}), text}
}

// Messages that don't belong to the question are passed over, whoever sent
// them; those that can't be read fail.
func TestMessages(t *testing.T) {
	for _, c := range []struct {
		name     string
		udp, tcp []string
		want     string
	}{
		{"the answer", []string{good}, nil, "[192.0.2.1] <nil>"},
		{"another number", []string{"xx" + good[2:], good}, nil, "[192.0.2.1] <nil>"},
		{"a question", []string{"%N\x01\x00" + good[4:], good}, nil, "[192.0.2.1] <nil>"},
		{"another name", []string{head + "\x01y\x04test\x00\x00\x01\x00\x01" + answerA, good}, nil, "[192.0.2.1] <nil>"},
		{"another type", []string{head + "\x01x\x04test\x00\x00\x1c\x00\x01" + answerA, good}, nil, "[192.0.2.1] <nil>"},
		{"in capitals", []string{head + "\x01X\x04TEST\x00\x00\x01\x00\x01" + answerA}, nil, "[192.0.2.1] <nil>"},
		{"empty", []string{"", good}, nil, "[192.0.2.1] <nil>"},
		{"too short", []string{"%N\x81", good}, nil, "[192.0.2.1] <nil>"},
		{"nothing more", []string{"xx"}, nil, "[] silence"},
		{"an answer that ends early", []string{head + "%Q" + answerA[:12]}, nil, "[] malformed message"},
		{"an alias in front", []string{strings.Replace(head, "\x00\x01\x00\x01", "\x00\x01\x00\x02", 1) + "%Q" + "\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x3c\x00\x02\xc0\x0c" + answerA}, nil, "[192.0.2.1] <nil>"},
		{"an alias alone", []string{head + "%Q" + "\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x3c\x00\x02\xc0\x0c"}, nil, "[] no address associated with name"},
		{"too long for UDP", []string{"%N\x83\x80" + good[4:]}, tcpMessage(good), "[192.0.2.1] <nil>"},
		{"another's, by TCP", []string{"%N\x83\x80" + good[4:]}, append(tcpMessage("xx"+good[2:]), tcpMessage(good)...), "[192.0.2.1] <nil>"},
		{"too long, no TCP", []string{"%N\x83\x80" + good[4:]}, nil, "[] silence"},
		{"too long, TCP ends", []string{"%N\x83\x80" + good[4:]}, []string{"\x00\xff", ""}, "[] EOF"},
	} {
		dial := func(network string, _ netip.AddrPort) (conn, error) {
			says := c.udp
			if network == "tcp" {
				says = c.tcp
			}
			return &script{network: network, says: says}, nil
		}
		service := newService(resolvConf("options attempts:1\n"), unset, dial)
		list, err := service.LookupIP(nil, "x.test.", false)
		if got := fmt.Sprint(texts(list), " ", err); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The next server is asked where one fails, and all of them once more.
func TestServersInTurn(t *testing.T) {
	var asked []string
	dial := func(network string, server netip.AddrPort) (conn, error) {
		asked = append(asked, network+" "+server.String())
		if len(asked) < 5 {
			return nil, unix.ECONNREFUSED
		}
		return &script{network: network, says: tcpMessage(good)}, nil
	}
	service := newService(resolvConf("nameserver 192.0.2.1\nnameserver 192.0.2.2\noptions attempts:3 use-vc\n"), unset, dial)
	list, err := service.LookupIP(nil, "x.test.", false)
	const want = "tcp 192.0.2.1:53,tcp 192.0.2.2:53,tcp 192.0.2.1:53,tcp 192.0.2.2:53,tcp 192.0.2.1:53"
	if got := strings.Join(asked, ","); got != want || err != nil || len(list) != 1 {
		t.Errorf("%s, %v, %v; want %s", got, list, err, want)
	}
}

// What is sent is a question that wants recursion, and nothing else.
func TestQuestion(t *testing.T) {
	s := &script{network: "udp", says: []string{good}}
	service := newService(noFiles, unset, func(string, netip.AddrPort) (conn, error) { return s, nil })
	if _, err := service.LookupIP(nil, "x.test.", false); err != nil {
		t.Fatal(err)
	}
	want := []byte("\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x01x\x04test\x00\x00\x01\x00\x01")
	if !bytes.Equal(s.heard[2:], want) {
		t.Errorf("%q, want %q", s.heard[2:], want)
	}
}
