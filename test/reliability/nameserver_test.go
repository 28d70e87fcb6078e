package reliability

import (
	"bytes"
	"net"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// answers are what the name server of a test says that 10.9.0.N is called, N
// being the place in this list, and what a listing may show of it.
var answers = []struct {
	labels []string // of the name; the last dot is no part of it
	name   string   // "" where the number has to be shown
}{
	{nil, ""},
	{[]string{"good-name_1", "x"}, "good-name_1.x"},
	{[]string{"\x1b[31mred"}, ""},
	{[]string{"a b"}, ""},
	{[]string{"a\nb"}, ""},
	{[]string{"$(id)"}, ""},
	{[]string{"a;b"}, ""},
	{[]string{"-x"}, ""},
	{[]string{"%s%n"}, ""},
	{[]string{"\xc3\xbc"}, ""},
	{[]string{"\xff\x9b31m"}, ""},
	{[]string{"nul\x00nul"}, ""},
	{[]string{"dot.in", "label"}, ""},
	{[]string{"10", "1", "1", "1"}, ""},
	{[]string{strings.Repeat("a", 63), strings.Repeat("b", 63), strings.Repeat("c", 63), strings.Repeat("d", 61)}, strings.Repeat("a", 15)},
}

// nameserverVar tells the test binary that it is to be a name server.
const nameserverVar = "CLASSICNET_NAMESERVER"

// startNameserver lets a lab ask the name server, and nothing else.
func startNameserver(t *testing.T, lab *netlab.Lab) {
	t.Helper()
	lab.Etc("nsswitch.conf", "hosts: dns\nnetworks: files\n")
	lab.Etc("resolv.conf", "nameserver 127.0.0.1\n")
	lab.Sh(nameserverVar + "=1 " + self(t) + ` >/dev/null 2>&1 </dev/null &
until grep -q ':0035 ' /proc/net/udp; do sleep 0.01; done`)
}

// serveNames answers questions for the names of addresses until it is killed.
func serveNames(string) int {
	conn, err := net.ListenPacket("udp4", "127.0.0.1:53")
	if err != nil {
		return 1
	}
	buf := make([]byte, 512)
	for {
		n, from, err := conn.ReadFrom(buf)
		if err != nil {
			return 1
		}
		conn.WriteTo(reply(buf[:n]), from) //nolint:errcheck // asked again
	}
}

// The header of an answer, as RFC 1035 has it, behind its number: a response
// with recursion, one question, one answer.
var answerHeader = []byte{0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0}

// reply answers a question for a PTR record. The first label of its name is N.
func reply(question []byte) []byte {
	const header = 12
	end := header + bytes.IndexByte(question[header:], 0) + 1 + 4
	n := 0
	for _, digit := range question[header+1 : header+1+int(question[header])] {
		n = n*10 + int(digit-'0')
	}
	b := append([]byte{question[0], question[1]}, answerHeader...)
	b = append(b, question[header:end]...)
	b = append(b, 0xc0, header, 0, 12, 0, 1, 0, 0, 0, 60, 0, 0) // the name above, PTR, IN, a minute, no length yet
	length := len(b)
	for _, label := range answers[n%len(answers)].labels {
		b = append(append(b, byte(len(label))), label...)
	}
	b = append(b, 0)
	b[length-1] = byte(len(b) - length)
	return b
}
