package procnet

import (
	"encoding/binary"
	"io"
	"iter"
	"net/netip"
)

// The states of TCP, TCP_ of <netinet/tcp.h>.
const (
	TCPEstablished = iota + 1 // connected
	TCPSynSent                // it has asked for a connection
	TCPSynReceived            // it was asked for one
	TCPFinWait1               // closed here; the other side hasn't acknowledged it,
	TCPFinWait2               // or hasn't closed
	TCPTimeWait               // over, kept for late packets
	TCPClose                  // not in use
	TCPCloseWait              // closed by the other side, not yet here
	TCPLastAck                // closed by both, the last word isn't acknowledged
	TCPListen                 // it takes connections
	TCPClosing                // closed by both at once
)

// Socket is a line of /proc/net/tcp, udp, udplite or raw, or of the file of that
// name with a 6 behind it: a socket of the network namespace.
type Socket struct {
	// Local and Remote are the ends; port 0 is none, 0.0.0.0 or :: any address. The
	// port of a raw socket is its protocol.
	Local, Remote netip.AddrPort
	// State is that of TCP: TCPEstablished, TCPListen ... UDP and raw sockets have
	// TCPEstablished if they are connected, TCPClose if not.
	State uint32
	// TxQueue and RxQueue are bytes that wait; of a listening socket RxQueue is the
	// connections that wait to be accepted.
	TxQueue, RxQueue uint64
	// Timer is what the kernel waits for: 0 nothing, 1 to send again, 2 a keepalive
	// or such, 3 the end of TIME_WAIT, 4 to probe a closed window.
	Timer       uint32
	Expires     uint64 // until the Timer, in hundredths of a second (USER_HZ)
	Retransmits uint64 // that had no answer
	UID         uint32 // the owner's
	Probes      int32  // of a closed window or of a keepalive, without an answer; a timeout before Linux 2.4
	Inode       uint64 // of the socket in sockfs, 0 if no process has it, as in TIME_WAIT
}

// TCPSockets reads /proc/net/tcp or /proc/net/tcp6. It has a title line, which isn't looked
// at; its columns are sl, local_address and rem_address (hex words in native
// byte order, 8 digits or 32, a colon and the port in hex), st, tx_queue:rx_queue,
// tr:tm->when and retrnsmt (in hex), uid, timeout and inode (decimal); what
// follows isn't read. A line that ends before uid is Skipped.
func TCPSockets(r io.Reader) iter.Seq2[Socket, error] {
	return sockets(r, "/proc/net/tcp", true)
}

// UDPSockets reads the files whose columns are TCP's: /proc/net/udp and
// /proc/net/udp6, /proc/net/udplite and /proc/net/udplite6, /proc/net/raw and
// /proc/net/raw6. A line that ends before retrnsmt is Skipped.
func UDPSockets(r io.Reader) iter.Seq2[Socket, error] {
	return sockets(r, "/proc/net/udp", false)
}

// socketLine is the longest line, as net-tools has room for it.
const socketLine = 8191

func sockets(r io.Reader, file string, retransmits bool) iter.Seq2[Socket, error] {
	return func(yield func(Socket, error) bool) {
		in := newLines(r, file, socketLine)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row Socket
			if row.plain(c.line) {
				return yield(row, in.lineError(c))
			}
			row = Socket{}
			s := strict{c, &in.texts}
			s.socket(&row)
			skipped := s.fault.skipped
			s.hex64("retrnsmt", &row.Retransmits)
			skipped = skipped || retransmits && s.fault.skipped
			s.unsigned("uid", &row.UID)
			s.decimal("timeout", &row.Probes)
			s.decimal64("inode", &row.Inode)
			s.fault.skipped = skipped
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Socket{}, err)
		}
	}
}

// socket reads the columns that all kinds must have.
func (s strict) socket(row *Socket) {
	s.slot()
	s.colon("sl")
	s.end("local_address", &row.Local)
	s.end("rem_address", &row.Remote)
	s.hex("st", &row.State)
	s.hex64("tx_queue", &row.TxQueue)
	s.colon("rx_queue")
	s.hex64("rx_queue", &row.RxQueue)
	var timer uint64
	s.hex64("tr", &timer)
	row.Timer = uint32(timer)
	s.colon("tm->when")
	s.hex64("tm->when", &row.Expires)
}

// slot is the number of the line, which isn't looked at.
func (s strict) slot() {
	s.skipSpace()
	at := s.at
	for at < len(s.line) && digit(s.line[at]) < base10 {
		at++
	}
	if at > s.at {
		s.at = at
		return
	}
	var slot int32
	s.decimal("sl", &slot)
}

// colon is one that stands right here.
func (s strict) colon(field string) {
	ok := s.at < len(s.line) && s.line[s.at] == ':'
	if ok {
		s.at++
	}
	s.done(field, ok, errColon)
}

// addressDigits are as many as net-tools takes for an address.
const addressDigits = 64

// end is an address in hex words, a colon and a port.
func (s strict) end(field string, to *netip.AddrPort) {
	s.skipSpace()
	digits := s.rest()
	digits = digits[:min(len(digits), addressDigits)]
	n := 0
	for n < len(digits) && digit(digits[n]) < base16 {
		n++
	}
	s.at += n
	s.done(field, n > 0, errAddress)
	s.colon(field)
	var port uint64
	s.hex64(field, &port)
	*to = netip.AddrPortFrom(addressOf(digits[:n]), uint16(port))
}

// addressOf is an IPv4 address up to 8 digits, an IPv6 one of four words else.
func addressOf(digits []byte) netip.Addr {
	if len(digits) <= 8 {
		return address4(hexDigits(digits))
	}
	var a [16]byte
	for i := 0; i < len(a) && len(digits) > 0; i += 4 {
		n := min(len(digits), 8)
		binary.NativeEndian.PutUint32(a[i:], hexDigits(digits[:n]))
		digits = digits[n:]
	}
	return netip.AddrFrom16(a)
}

// hexDigits is the number that up to 8 digits make.
func hexDigits(digits []byte) (v uint32) {
	for _, c := range digits {
		v = v<<4 | uint32(digit(c))
	}
	return v
}

// hex64 is %lx of 64 bits, and quicker than hexLong where what follows isn't a
// blank.
func (s strict) hex64(field string, to *uint64) {
	s.skipSpace()
	var v uint64
	at := s.at
	for ; at < len(s.line) && at-s.at < 16; at++ {
		d := digit(s.line[at])
		if d >= base16 {
			break
		}
		v = v<<4 | d
	}
	if at == s.at || at < len(s.line) && (s.line[at]|0x20 == 'x' || at-s.at == 16) {
		s.hexLong(field, to)
		return
	}
	*to, s.at = v, at
}

// unsigned is %d of a number that has no sign.
func (s strict) unsigned(field string, to *uint32) {
	n, ok := s.number(base10)
	*to = n
	s.judgeNumber(field)
	s.done(field, ok, errNumber)
}

// decimal64 is %lu of 64 bits.
func (s strict) decimal64(field string, to *uint64) {
	n, ok := s.long(base10)
	*to = n
	s.judgeNumber(field)
	s.done(field, ok, errNumber)
}
