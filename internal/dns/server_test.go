package dns

import (
	"encoding/binary"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Response codes of RFC 1035.
const (
	codeServFail = 2
	codeRefused  = 5
)

// zone is what a server says about a name: a response code and records, as
// their type and data.
type zone struct {
	code    byte
	records []record
}

type record struct {
	kind uint16
	data []byte
}

func a(ip string) record    { return record{typeA, net.ParseIP(ip).To4()} }
func aaaa(ip string) record { return record{typeAAAA, net.ParseIP(ip).To16()} }

// ptr is a PTR record of these labels, whatever bytes are in them.
func ptr(labels ...string) record { return record{typePTR, packName(labels)} }

func packName(labels []string) []byte {
	var b []byte
	for _, label := range labels {
		b = append(append(b, byte(len(label))), label...)
	}
	return append(b, 0)
}

// server is a name server on 127.0.0.1. A name that it has no zone for doesn't
// exist; one whose zone is nil gets no answer at all.
type server struct {
	conn  net.PacketConn
	zones map[string]*zone
	deaf  chan struct{} // told where no answer is given

	mu    sync.Mutex
	asked []string
}

func newServer(t *testing.T, zones map[string]*zone) *server {
	t.Helper()
	conn, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Skip("no loopback to serve on: ", err)
	}
	s := &server{conn: conn, zones: zones, deaf: make(chan struct{}, 100)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.serve()
	}()
	t.Cleanup(func() {
		conn.Close()
		<-done
	})
	return s
}

// service asks the server, whatever /etc/resolv.conf says.
func (s *server) service() service { return newService(noFiles, unset, s.dial) }

func (s *server) dial(network string, _ netip.AddrPort) (conn, error) {
	return dial(network, s.addr())
}

func (s *server) addr() netip.AddrPort { return netip.MustParseAddrPort(s.conn.LocalAddr().String()) }

func (s *server) serve() {
	b := make([]byte, 4096)
	for {
		n, from, err := s.conn.ReadFrom(b)
		if err != nil {
			return
		}
		if reply := s.reply(b[:n]); reply != nil {
			s.conn.WriteTo(reply, from)
		} else {
			s.deaf <- struct{}{}
		}
	}
}

// reply answers a question; nil stands for silence.
func (s *server) reply(question []byte) []byte {
	name, end := unpackName(question)
	kind := binary.BigEndian.Uint16(question[end:])
	s.log(name, kind)
	z, known := s.zones[name]
	if !known {
		z = &zone{code: codeNameError}
	}
	if z == nil {
		return nil
	}
	var answers []byte
	count := uint16(0)
	for _, r := range z.records {
		if r.kind == kind {
			answers = append(answers, packRecord(r)...)
			count++
		}
	}
	reply := slices.Clone(question[:2])
	reply = append(reply, 0x81, 0x80|z.code) // a recursive answer
	for _, n := range []uint16{1, count, 0, 0} {
		reply = binary.BigEndian.AppendUint16(reply, n)
	}
	return slices.Concat(reply, question[12:end+4], answers)
}

// packRecord makes a record of the name in the question, for a minute.
func packRecord(r record) []byte {
	b := []byte{0xc0, 12, 0, byte(r.kind), 0, 1, 0, 0, 0, 60}
	b = binary.BigEndian.AppendUint16(b, uint16(len(r.data)))
	return append(b, r.data...)
}

// unpackName reads the name in the question and tells where it ends.
func unpackName(question []byte) (string, int) {
	var name strings.Builder
	at := 12
	for question[at] != 0 {
		next := at + 1 + int(question[at])
		name.Write(question[at+1 : next])
		name.WriteByte('.')
		at = next
	}
	return strings.ToLower(name.String()), at + 1
}

func (s *server) log(name string, kind uint16) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := map[uint16]string{typeA: " A", typeAAAA: " AAAA", typePTR: " PTR"}[kind]
	s.asked = append(s.asked, name+text)
}

// questions are those since the last call.
func (s *server) questions() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}
