package procnet

import (
	"bytes"
	"io"
	"iter"
)

// RadioSocket is a socket of AX.25 or NET/ROM.
type RadioSocket struct {
	User   string // of NET/ROM: the station behind the node; "" of AX.25
	Dest   string // call signs, "*" for none
	Source string // likewise
	Device string // the interface, "???" if it has none
	State  int32  // 0 listening, 1 connecting, 2 disconnecting, 3 connected, 4 recovering
	// VS and VR are the numbers of the next frame to send and to come.
	VS, VR           int32
	TxQueue, RxQueue uint64 // bytes
	Inode            uint64 // of the socket in sockfs, 0 where there is none
}

// AX25Sockets reads /proc/net/ax25, which has no title line: its columns are a
// pointer, device, source, destination with digipeaters behind commas, state, vs,
// vr, va, 13 numbers, and the queues and the inode, which are three stars where
// there is no socket. In Linux 2.0 it had titles, and columns of 10 bytes for
// destination and source. A line that ends before vr is Skipped.
func AX25Sockets(r io.Reader) iter.Seq2[RadioSocket, error] {
	return func(yield func(RadioSocket, error) bool) {
		in := newLines(r, "/proc/net/ax25", 1022)
		titled, first := false, true
		if err := in.each(func(c *cursor) bool {
			var row RadioSocket
			s := strict{c, &in.texts}
			if first && bytes.HasPrefix(c.line, []byte("dest_addr")) {
				titled, first = true, false
				err := in.lineError(c)
				return err == nil || yield(row, err)
			}
			first = false
			if titled {
				s.call("dest_addr", &row.Dest)
				s.call("src_addr", &row.Source)
			} else {
				s.pass("magic")
				s.text("dev", &row.Device)
				s.text("src_addr", &row.Source)
				s.text("dest_addr", &row.Dest)
				row.Dest = s.texts.keep(firstOf(row.Dest))
				s.done("dest_addr", row.Dest != "", errMissing)
			}
			s.radio(&row, titled)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(RadioSocket{}, err)
		}
	}
}

// firstOf is a call sign without the digipeaters behind it.
func firstOf(calls string) []byte {
	call, _, _ := bytes.Cut([]byte(calls), []byte(","))
	return call
}

// NetromSockets reads /proc/net/nr. It has a title line; its columns are
// user_addr, dest_node and src_node of 10 bytes each, dev, my, your, st, vs, vr,
// va, t1, t2, t4, idle, n2, wnd, Snd-Q, Rcv-Q and inode. A line that ends before vr
// is Skipped.
func NetromSockets(r io.Reader) iter.Seq2[RadioSocket, error] {
	return func(yield func(RadioSocket, error) bool) {
		in := newLines(r, "/proc/net/nr", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row RadioSocket
			s := strict{c, &in.texts}
			s.call("user_addr", &row.User)
			s.call("dest_node", &row.Dest)
			s.call("src_node", &row.Source)
			s.text("dev", &row.Device)
			s.pass("my", "your")
			s.numbers(&row)
			s.queues(&row, 7)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(RadioSocket{}, err)
		}
	}
}

// call is a call sign in its column.
func (s strict) call(field string, to *string) {
	*to = s.texts.keep(s.fixed(10))
	s.done(field, *to != "", errMissing)
}

func (s strict) radio(row *RadioSocket, titled bool) {
	skip := 14
	if titled {
		s.text("dev", &row.Device)
		skip = 9
	}
	s.numbers(row)
	s.queues(row, skip)
}

func (s strict) numbers(row *RadioSocket) {
	s.decimal("st", &row.State)
	s.decimal("vs", &row.VS)
	s.decimal("vr", &row.VR)
}

// queues reads what a socket has, behind columns that aren't looked at. Without it
// the row stays.
func (s strict) queues(row *RadioSocket, skip int) {
	skipped := s.fault.skipped
	for range skip {
		s.pass("va")
	}
	if !s.literal("*") {
		s.decimal64("Snd-Q", &row.TxQueue)
		s.decimal64("Rcv-Q", &row.RxQueue)
		s.decimal64("inode", &row.Inode)
	}
	s.fault.skipped = skipped
}

// ROSESocket is a line of /proc/net/rose.
type ROSESocket struct {
	DestAddr, DestCall     string // "*" for none
	SourceAddr, SourceCall string // likewise
	Device                 string // the interface, "???" if it has none
	LCI                    int32  // the number of the circuit
	Neighbour              int32  // by which the circuit goes, its number
	State                  int32  // ROSE_STATE_ of <net/rose.h>
}

// ROSESockets reads /proc/net/rose. It has a title line; its columns are dest_addr,
// dest_call, src_addr, src_call, dev, lci, neigh and st; what follows isn't read.
// A line that lacks any is Skipped.
func ROSESockets(r io.Reader) iter.Seq2[ROSESocket, error] {
	return func(yield func(ROSESocket, error) bool) {
		in := newLines(r, "/proc/net/rose", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row ROSESocket
			s := strict{c, &in.texts}
			s.text("dest_addr", &row.DestAddr)
			s.text("dest_call", &row.DestCall)
			s.text("src_addr", &row.SourceAddr)
			s.text("src_call", &row.SourceCall)
			s.text("dev", &row.Device)
			s.decimal("lci", &row.LCI)
			s.decimal("neigh", &row.Neighbour)
			s.decimal("st", &row.State)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(ROSESocket{}, err)
		}
	}
}

// X25Socket is a line of /proc/net/x25 or, from Linux 2.6 on, /proc/net/x25/socket.
type X25Socket struct {
	Dest, Source     string // up to 10 digits, "*" for none
	Device           string // the interface, "???" if it has none
	LCI              int32  // the number of the circuit, 0 for none
	State            int32  // 0 listening, 1 connecting, 2 disconnecting, 3 connected, 4 recovering
	VS, VR           int32  // as of RadioSocket
	TxQueue, RxQueue int32  // bytes
}

// X25Sockets reads the sockets of X.25, /proc/net/x25/socket or, before Linux 2.6,
// /proc/net/x25. There is a title line; columns are dest_addr
// and src_addr, 10 bytes each with a blank between them, dev, lci, st, vs, vr, va,
// t, t2, t21, t22, t23, Snd-Q and Rcv-Q; what follows isn't read. A line that ends
// before vr is Skipped.
func X25Sockets(r io.Reader) iter.Seq2[X25Socket, error] {
	return func(yield func(X25Socket, error) bool) {
		in := newLines(r, "/proc/net/x25", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row X25Socket
			s := strict{c, &in.texts}
			row.Dest = s.texts.keep(s.fixed(10))
			s.fixed(1)
			row.Source = s.texts.keep(s.fixed(10))
			s.text("dev", &row.Device)
			s.decimal("lci", &row.LCI)
			s.decimal("st", &row.State)
			s.decimal("vs", &row.VS)
			s.decimal("vr", &row.VR)
			skipped := s.fault.skipped
			s.pass("va", "t", "t2", "t21", "t22", "t23")
			s.decimal("Snd-Q", &row.TxQueue)
			s.decimal("Rcv-Q", &row.RxQueue)
			s.fault.skipped = skipped
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(X25Socket{}, err)
		}
	}
}

// IPXSocket is a line of /proc/net/ipx/socket.
type IPXSocket struct {
	Local, Remote    IPXAddr // the ends
	TxQueue, RxQueue uint32  // bytes
	State            uint32  // 1 connected, 7 not
	UID              uint32  // the owner's
}

// IPXAddr is an address of IPX. The zero value is none.
type IPXAddr struct {
	Network uint32  // of a cable
	Node    [6]byte // the hardware address
	Port    uint16  // as the file has it, its bytes exchanged
}

// IPXSockets reads /proc/net/ipx/socket. It has a title line; its columns are
// Local_Address and Remote_Address (hex digits of network, node and port with
// colons between them, or a word without), Tx_Queue, Rx_Queue and State (in hex)
// and Uid. A line that lacks any is Skipped.
func IPXSockets(r io.Reader) iter.Seq2[IPXSocket, error] {
	return func(yield func(IPXSocket, error) bool) {
		in := newLines(r, "/proc/net/ipx/socket", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row IPXSocket
			s := strict{c, &in.texts}
			s.ipx("Local_Address", &row.Local)
			s.ipx("Remote_Address", &row.Remote)
			s.hex("Tx_Queue", &row.TxQueue)
			s.hex("Rx_Queue", &row.RxQueue)
			s.hex("State", &row.State)
			s.unsigned("Uid", &row.UID)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(IPXSocket{}, err)
		}
	}
}

func (s strict) ipx(field string, to *IPXAddr) {
	word, ok := s.cursor.text()
	s.done(field, ok, errMissing)
	network, rest, _ := bytes.Cut(word, []byte(":"))
	node, port, ok := bytes.Cut(rest, []byte(":"))
	if !ok {
		return // Not_Connected
	}
	to.Network, ok = hexWord(network)
	to.Port = uint16(hexDigits(port[:min(len(port), 8)]))
	if !ok || len(node) != 2*len(to.Node) || !putHex(to.Node[:], node) {
		*to = IPXAddr{}
		s.reject(field, errAddress)
	}
}
