package resolve

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strconv"

	"classicnet/internal/cnum"
)

// The databases in /etc, one for each kind of question.
const (
	hostAddrs4   = iota // of /etc/hosts: an IPv4 address by a name
	hostAddrs6          // an IPv6 address by a name
	hostNames           // a name by an address
	networkAddrs        // of /etc/networks
	networkNames
	serviceNames // of /etc/services: a name by a port and a protocol
	protocolNames
	userNames
	bookCount
)

var books = [bookCount]struct {
	path string
	line func(p *pass, line []byte)
}{
	hostAddrs4:    {"/etc/hosts", hostAddr4Line},
	hostAddrs6:    {"/etc/hosts", hostAddr6Line},
	hostNames:     {"/etc/hosts", hostNameLine},
	networkAddrs:  {"/etc/networks", networkAddrLine},
	networkNames:  {"/etc/networks", networkNameLine},
	serviceNames:  {"/etc/services", serviceLine},
	protocolNames: {"/etc/protocols", protocolLine},
	userNames:     {"/etc/passwd", userLine},
}

// parseHost reads the address of a line of /etc/hosts as inet_pton(3) does.
func parseHost(word []byte) (netip.Addr, bool) {
	if a, ok := parseQuad(word); ok {
		return a, true
	}
	if bytes.IndexByte(word, ':') < 0 {
		return netip.Addr{}, false
	}
	a, err := netip.ParseAddr(string(word))
	return a, err == nil && a.Zone() == ""
}

// parseQuad reads a dotted quad, most of what block lists are made of.
func parseQuad(word []byte) (netip.Addr, bool) {
	var quad [4]byte
	part, digits, value := 0, 0, 0
	for _, c := range word {
		switch {
		case c == '.' && digits > 0 && part < 3:
			quad[part] = byte(value)
			part, digits, value = part+1, 0, 0
		case '0' <= c && c <= '9' && (digits == 0 || value > 0):
			value, digits = value*10+int(c-'0'), digits+1
			if value > 0xff {
				return netip.Addr{}, false
			}
		default:
			return netip.Addr{}, false
		}
	}
	quad[part] = byte(value)
	return netip.AddrFrom4(quad), part == 3 && digits > 0
}

// as4 is the address that an IPv4 look-up finds in the line of an address: as in
// the C library IPv4-mapped addresses are IPv4 ones as well, and ::1 is
// 127.0.0.1.
func as4(a netip.Addr) (netip.Addr, bool) {
	if a == netip.IPv6Loopback() {
		return netip.AddrFrom4([4]byte{127, 0, 0, 1}), true
	}
	a = a.Unmap()
	return a, a.Is4()
}

// hostAddr4Line reads a line of /etc/hosts: an address, then names.
func hostAddr4Line(p *pass, line []byte) {
	p.hostLine(line, as4)
}

func hostAddr6Line(p *pass, line []byte) {
	p.hostLine(line, func(a netip.Addr) (netip.Addr, bool) { return a, a.Is6() })
}

// hostLine looks at the address only where a name is asked for.
func (p *pass) hostLine(line []byte, as func(netip.Addr) (netip.Addr, bool)) {
	words := p.split(line)
	for i := 1; i < len(words); i++ {
		if !p.wantsName(words[i]) {
			continue
		}
		a, ok := parseHost(words[0])
		if ok {
			a, ok = as(a)
		}
		if !ok {
			return
		}
		p.take(a.AsSlice())
	}
}

// hostNameLine reads the same line for the first of its names.
func hostNameLine(p *pass, line []byte) {
	words := p.split(line)
	if len(words) < 2 {
		return
	}
	a, ok := parseHost(words[0])
	if !ok {
		return
	}
	p.addrIs(a, words[1])
	if a4, ok := as4(a); ok && a4 != a {
		p.addrIs(a4, words[1])
	}
}

// addrIs takes the name of an address that is asked for.
func (p *pass) addrIs(a netip.Addr, name []byte) {
	var key [16]byte
	if p.wants(appendAddr(key[:0], a)) {
		p.take(name)
	}
}

// appendAddr appends the bytes of an address: its key.
func appendAddr(b []byte, a netip.Addr) []byte {
	if a.Is4() {
		quad := a.As4()
		return append(b, quad[:]...)
	}
	bytes := a.As16()
	return append(b, bytes[:]...)
}

// networkAddrLine reads a line of /etc/networks: a name, a number, aliases.
func networkAddrLine(p *pass, line []byte) {
	words := p.split(line)
	for i, name := range words {
		if i != 1 && p.wantsName(name) {
			p.take(appendAddr(nil, numberIn(words)))
		}
	}
}

func networkNameLine(p *pass, line []byte) {
	if words := p.split(line); len(words) > 0 {
		p.addrIs(numberIn(words), words[0])
	}
}

func numberIn(words [][]byte) netip.Addr {
	if len(words) < 2 {
		return networkNumber(nil)
	}
	return networkNumber(words[1])
}

// networkNumber reads a network's number: up to four bytes, decimal, octal or
// hexadecimal; those that are missing at the right are 0, so 10 is 10.0.0.0.
// What is no number is 255.255.255.255, as glibc takes inet_network(3)'s
// answer without a look.
func networkNumber(text []byte) netip.Addr {
	var number [4]byte
	for i := 0; ; i++ {
		part, rest, more := bytes.Cut(text, []byte("."))
		v, after := cnum.Strtoul(string(part))
		if i == len(number) || len(part) == 0 || part[0] < '0' || part[0] > '9' || after != "" || v > 0xff {
			return netip.AddrFrom4([4]byte{0xff, 0xff, 0xff, 0xff})
		}
		number[i] = byte(v)
		if text = rest; !more {
			return netip.AddrFrom4(number)
		}
	}
}

// serviceLine reads a line of /etc/services: a name, port/protocol, aliases.
func serviceLine(p *pass, line []byte) {
	words := p.split(line)
	if len(words) < 2 {
		return
	}
	port, protocol, ok := bytes.Cut(words[1], []byte("/"))
	number, isNumber := decimal(port, 16)
	var key [32]byte
	if ok && isNumber && p.wants(appendServiceKey(key[:0], uint16(number), protocol)) {
		p.take(words[0])
	}
}

// appendServiceKey appends the key of a service: two bytes of its port, then the
// name of its protocol.
func appendServiceKey[text string | []byte](b []byte, port uint16, protocol text) []byte {
	return append(binary.BigEndian.AppendUint16(b, port), protocol...)
}

// protocolLine reads a line of /etc/protocols: a name, a number, aliases.
func protocolLine(p *pass, line []byte) {
	if words := p.split(line); len(words) > 1 {
		p.numberIs(words[1], words[0])
	}
}

// userLine reads a line of /etc/passwd: name, password and number, with colons
// between them.
func userLine(p *pass, line []byte) {
	name, rest, _ := bytes.Cut(line, []byte(":"))
	_, rest, _ = bytes.Cut(rest, []byte(":"))
	number, _, ok := bytes.Cut(rest, []byte(":"))
	if ok && len(name) > 0 && bytes.IndexByte([]byte("#+-"), name[0]) < 0 {
		p.numberIs(number, name)
	}
}

// numberIs takes the name of a number that is asked for.
func (p *pass) numberIs(number, name []byte) {
	var key [4]byte
	n, ok := decimal(number, 32)
	if ok && p.wants(binary.BigEndian.AppendUint32(key[:0], n)) {
		p.take(name)
	}
}

func decimal(text []byte, bits int) (uint32, bool) {
	n, err := strconv.ParseUint(string(text), 10, bits)
	return uint32(n), err == nil
}
