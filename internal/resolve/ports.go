package resolve

import (
	"bytes"

	"classicnet/internal/cnum"
)

// Ports are the names of ports in /etc/services and of IP protocols in
// /etc/protocols, as a tool has them that has walked both with getservent(3) and
// getprotoent(3): of several entries the last counts, and the numbers are in C's
// syntax.
type Ports struct {
	names [len(portProtocols)]map[uint16]string
}

// portProtocols are the protocols whose ports have names here; Raw's are the
// protocols themselves.
var portProtocols = [...]string{"tcp", "udp", rawPorts}

const rawPorts = "raw"

// LongestPort is how much of a name is kept.
const LongestPort = 63

// ReadPorts reads both files, each in one pass, where nsswitch.conf has files among
// the sources.
func (r *Resolver) ReadPorts() *Ports {
	p := new(Ports)
	for i := range p.names {
		p.names[i] = map[uint16]string{}
	}
	if r.order().files[servicesLine] {
		r.scanFile("/etc/services", p.service)
	}
	if r.order().files[protocolsLine] {
		r.scanFile("/etc/protocols", p.protocol)
	}
	return p
}

func (r *Resolver) scanFile(path string, line func(words [][]byte)) {
	file, err := r.open(path)
	if err != nil {
		return
	}
	defer file.Close() //nolint:errcheck // it was read
	var words [][]byte
	scan(file, func(text []byte) bool {
		words = appendWords(words[:0], text)
		if len(words) > 1 {
			line(words)
		}
		return true
	})
}

func (p *Ports) service(words [][]byte) {
	number, protocol, ok := bytes.Cut(words[1], []byte("/"))
	if v, isNumber := portNumber(number); ok && isNumber {
		p.add(string(protocol), v, words[0])
	}
}

func (p *Ports) protocol(words [][]byte) {
	if v, ok := portNumber(words[1]); ok {
		p.add(rawPorts, v, words[0])
	}
}

// portNumber is a whole text as strtoul(3) reads it, without a sign.
func portNumber(text []byte) (uint16, bool) {
	if len(text) == 0 || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	v, rest := cnum.Strtoul(string(text))
	return uint16(v), rest == ""
}

func (p *Ports) add(protocol string, port uint16, name []byte) {
	for i := range portProtocols {
		if portProtocols[i] == protocol {
			p.names[i][port] = string(name[:min(len(name), LongestPort)])
		}
	}
}

// Name is the name of a port of "tcp" or "udp", or of an IP protocol with "raw",
// "" for none.
func (p *Ports) Name(protocol string, port uint16) string {
	for i := range portProtocols {
		if portProtocols[i] == protocol {
			return p.names[i][port]
		}
	}
	return ""
}
