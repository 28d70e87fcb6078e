package netstat

import (
	"net/netip"
	"strconv"
	"strings"

	"classicnet/internal/jsonw"
	"classicnet/internal/netaddr"
	"classicnet/procnet"
)

// jsonRows are the tables of a round as one JSON array, an object a row. The fields
// are those that jc(1) reads from the listing, in its words, and then what it doesn't
// read; docs/json.md has them.
type jsonRows struct{ jsonw.Writer }

// begin and end enclose what a round lists.
func (l *listing) begin() {
	if l.options.JSON {
		l.json = new(jsonRows)
		l.json.List()
		l.Out.Write(l.json.Buf) //nolint:errcheck // Close tells
	}
}

func (l *listing) end() {
	if l.json != nil {
		l.json.Buf = nil
		l.json.EndList()
		l.Out.Write(l.json.Buf) //nolint:errcheck // Close tells
	}
}

// open starts the object of a row in b.
func (j *jsonRows) open(b []byte) {
	j.Buf = b
	j.Row()
	j.Object()
}

// done is the row.
func (j *jsonRows) done() []byte {
	j.EndObject()
	return j.Buf
}

// text writes a member that is a text; "" is null.
func (j *jsonRows) text(name, v string) {
	j.Key(name)
	if v == "" {
		j.Null()
		return
	}
	j.String(v)
}

func (j *jsonRows) addr(name string, a netip.Addr) {
	var room [64]byte
	if a.Is4() {
		j.Key(name).String(string(netaddr.Append4(room[:0], a)))
	} else {
		j.Key(name).String(string(netaddr.AppendPlain6(room[:0], a)))
	}
}

// port writes the port as jc has it, and its number; 0 is none.
func (j *jsonRows) port(name string, port uint64) {
	word := "*"
	if port != 0 {
		word = strconv.FormatUint(port, 10)
	}
	j.Key(name).String(word)
	j.Key(name + "_num")
	if port == 0 {
		j.Null()
		return
	}
	j.Uint(port)
}

// socket is the row of a TCP, UDP, UDP-Lite or raw socket.
func (j *jsonRows) socket(b []byte, l *listing, p *protocol, s *procnet.Socket) []byte {
	j.open(b)
	j.Key("proto").String(p.word)
	j.Key("recv_q").Uint(s.RxQueue)
	j.Key("send_q").Uint(s.TxQueue)
	j.addr("local_address", s.Local.Addr())
	j.port("local_port", uint64(s.Local.Port()))
	j.addr("foreign_address", s.Remote.Addr())
	j.port("foreign_port", uint64(s.Remote.Port()))
	var room [32]byte
	j.text("state", string(p.state(room[:0], s.State)))
	j.Key("kind").String("network")
	j.Key("transport_protocol").String(p.transport())
	j.Key("network_protocol").String(p.network)
	j.owner(l, s.UID, s.Inode)
	j.Key("state_num").Uint(uint64(s.State))
	j.Key("timer").Uint(uint64(s.Timer))
	j.Key("timer_expires").Uint(s.Expires)
	j.Key("retransmits").Uint(s.Retransmits)
	j.Key("probes").Int(int64(s.Probes))
	return j.done()
}

// transport is the protocol without its 6.
func (p *protocol) transport() string {
	if word := strings.TrimSuffix(p.word, "6"); word != "udpl" {
		return word
	}
	return "udplite"
}

// owner writes what -e and -p show.
func (j *jsonRows) owner(l *listing, uid uint32, inode uint64) {
	j.Key("user").String(strconv.FormatUint(uint64(uid), 10))
	j.Key("uid").Uint(uint64(uid))
	j.Key("inode").Uint(inode)
	j.program(l, inode)
}

func (j *jsonRows) program(l *listing, inode uint64) {
	p, ok := l.owners.of(inode)
	pid, err := strconv.ParseUint(p.PID, 10, 63)
	if !ok || err != nil {
		j.Key("pid").Null()
		j.Key("program_name").Null()
		return
	}
	j.Key("pid").Uint(pid)
	j.Key("program_name").String(p.Program)
}

func (j *jsonRows) unix(b []byte, l *listing, u *procnet.UnixSocket, inodes bool) []byte {
	j.open(b)
	j.Key("proto").String("unix")
	j.Key("refcnt").Uint(u.RefCount)
	var room [32]byte
	flags := appendUnixFlags(room[:0], u.Flags)
	j.text("flags", strings.Trim(string(flags), "[ ]"))
	j.text("type", unixWord(unixTypes[:], u.Type))
	j.text("state", unixState(u))
	if inodes {
		j.Key("inode").Uint(u.Inode)
		j.program(l, u.Inode)
	} else {
		j.Key("inode").Null()
		j.program(&listing{}, 0)
	}
	j.text("path", u.Path)
	j.Key("kind").String("socket")
	j.Key("type_num").Uint(uint64(u.Type))
	j.Key("state_num").Uint(uint64(u.State))
	j.Key("flags_num").Uint(u.Flags)
	return j.done()
}

func (j *jsonRows) endpoint(b []byte, l *listing, e *procnet.SCTPEndpoint) []byte {
	j.open(b)
	j.sctp(nil, nil, e.State)
	j.ends("local", e.Addrs, e.Port)
	j.Key("foreign_address").Null()
	j.Key("foreign_port").Null()
	j.Key("foreign_port_num").Null()
	j.Key("foreign_addresses").Array()
	j.EndArray()
	j.owner(l, e.UID, e.Inode)
	return j.done()
}

func (j *jsonRows) association(b []byte, l *listing, a *procnet.SCTPAssociation) []byte {
	j.open(b)
	j.sctp(&a.RxQueue, &a.TxQueue, a.State)
	j.ends("local", a.Local, a.LocalPort)
	j.ends("foreign", a.Remote, a.RemotePort)
	j.owner(l, a.UID, a.Inode)
	return j.done()
}

// sctp writes what both kinds begin with.
func (j *jsonRows) sctp(recv, send *uint32, state uint32) {
	j.Key("proto").String("sctp")
	j.queue("recv_q", recv)
	j.queue("send_q", send)
	var room [32]byte
	j.text("state", string(appendState(room[:0], tcpStates[:], uint64(state))))
	j.Key("kind").String("network")
	j.Key("transport_protocol").String("sctp")
	j.Key("state_num").Uint(uint64(state))
}

func (j *jsonRows) queue(name string, v *uint32) {
	j.Key(name)
	if v == nil {
		j.Null()
		return
	}
	j.Uint(uint64(*v))
}

// ends writes the first address, the port and all addresses of one end.
func (j *jsonRows) ends(side, list string, port uint32) {
	first, _ := firstAddr(list)
	j.text(side+"_address", plainAddr(first))
	j.port(side+"_port", uint64(port))
	j.Key(side + "_addresses").Array()
	for word := range strings.FieldsSeq(list) {
		j.String(plainAddr(word))
	}
	j.EndArray()
}

// plainAddr is an address of SCTP's files in the form of other tables.
func plainAddr(word string) string {
	word = strings.TrimPrefix(word, "*")
	a, err := netip.ParseAddr(word)
	switch {
	case err != nil:
		return word
	case a.Is4():
		return a.String()
	}
	return string(netaddr.AppendPlain6(nil, a))
}

func (j *jsonRows) group(b []byte, g *procnet.Group, network string) []byte {
	j.open(b)
	j.Key("interface").String(g.Device)
	j.Key("refcnt").Int(int64(g.Users))
	j.addr("group", g.Addr)
	j.Key("network_protocol").String(network)
	j.Key("kind").String("group")
	return j.done()
}

func (j *jsonRows) masqueraded(b []byte, m *procnet.Masqueraded, previous bool) []byte {
	j.open(b)
	j.Key("proto").String(strings.ToLower(m.Protocol))
	j.addr("local_address", m.From.Addr())
	j.port("local_port", uint64(m.From.Port()))
	j.addr("foreign_address", m.To.Addr())
	j.port("foreign_port", uint64(m.To.Port()))
	j.Key("masquerade_port_num").Uint(uint64(m.Port))
	j.Key("expires").Uint(m.Expires)
	j.Key("sequence").Uint(uint64(m.Sequence))
	j.Key("delta").Int(int64(m.Delta))
	j.Key("previous_delta")
	if previous {
		j.Int(int64(m.PrevDelta))
	} else {
		j.Null()
	}
	j.Key("kind").String("masquerade")
	return j.done()
}
