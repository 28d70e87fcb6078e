package procnet

import (
	"bytes"
	"io"
	"iter"
)

// SCTPEndpoint is a line of /proc/net/sctp/eps.
type SCTPEndpoint struct {
	State uint32 // of the socket, SST: TCP's states
	Port  uint32 // the local one
	UID   uint32 // the owner's
	Inode uint64 // of the socket in sockfs
	// Addrs are the addresses as the kernel writes them, with a blank between
	// them: IPv6 in full length.
	Addrs string
}

// SCTPAssociation is a line of /proc/net/sctp/assocs.
type SCTPAssociation struct {
	State                 uint32 // of the socket, SST: TCP's states
	TxQueue, RxQueue      uint32 // bytes
	UID                   uint32 // the owner's
	Inode                 uint64 // of the socket in sockfs
	LocalPort, RemotePort uint32 // of the ends
	// Local and Remote are addresses as in SCTPEndpoint; the primary ones have
	// a star before them.
	Local, Remote string
}

// SCTPEndpoints reads /proc/net/sctp/eps. It has a title line; its columns are
// ENDPT and SOCK (pointers), STY, SST, HBKT, LPORT, UID, INODE and LADDRS. A line
// that lacks any but the last is Skipped.
func SCTPEndpoints(r io.Reader) iter.Seq2[SCTPEndpoint, error] {
	return func(yield func(SCTPEndpoint, error) bool) {
		in := newLines(r, "/proc/net/sctp/eps", socketLine)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row SCTPEndpoint
			s := strict{c, &in.texts}
			s.pass("ENDPT", "SOCK", "STY")
			s.cell("SST", &row.State)
			s.pass("HBKT")
			s.cell("LPORT", &row.Port)
			s.cell("UID", &row.UID)
			s.cell64("INODE", &row.Inode)
			s.words(&row.Addrs)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(SCTPEndpoint{}, err)
		}
	}
}

// SCTPAssociations reads /proc/net/sctp/assocs. It has a title line; its columns
// are ASSOC and SOCK (pointers), STY, SST, ST, HBKT, ASSOC-ID, TX_QUEUE, RX_QUEUE,
// UID, INODE, LPORT, RPORT, LADDRS, <->, RADDRS and, behind a tab, others that
// aren't read. A line that lacks any up to RPORT is Skipped.
func SCTPAssociations(r io.Reader) iter.Seq2[SCTPAssociation, error] {
	return func(yield func(SCTPAssociation, error) bool) {
		in := newLines(r, "/proc/net/sctp/assocs", socketLine)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row SCTPAssociation
			s := strict{c, &in.texts}
			s.pass("ASSOC", "SOCK", "STY")
			s.cell("SST", &row.State)
			s.pass("ST", "HBKT", "ASSOC-ID")
			s.cell("TX_QUEUE", &row.TxQueue)
			s.cell("RX_QUEUE", &row.RxQueue)
			s.cell("UID", &row.UID)
			s.cell64("INODE", &row.Inode)
			s.cell("LPORT", &row.LocalPort)
			s.cell("RPORT", &row.RemotePort)
			addrs, _, _ := bytes.Cut(s.rest(), []byte("\t"))
			local, remote, _ := bytes.Cut(addrs, []byte("<->"))
			row.Local = s.texts.keep(trimSpace(local))
			row.Remote = s.texts.keep(trimSpace(remote))
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(SCTPAssociation{}, err)
		}
	}
}

// pass skips words.
func (s strict) pass(fields ...string) {
	for _, field := range fields {
		_, ok := s.cursor.text()
		s.done(field, ok, errMissing)
	}
}

// cell is a word that is a number; one that isn't reads as 0.
//
//go:noinline
func (s strict) cell(field string, to *uint32) {
	var v uint64
	s.cell64(field, &v)
	*to = uint32(v)
}

func (s strict) cell64(field string, to *uint64) {
	word, ok := s.cursor.text()
	s.done(field, ok, errMissing)
	number := cursor{line: word}
	v, isNumber := number.long(base10)
	if *to = v; ok && !isNumber {
		s.fail(field, errNumber)
	}
}
