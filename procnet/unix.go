package procnet

import (
	"bytes"
	"io"
	"iter"
)

// UnixSocket is a line of /proc/net/unix: a UNIX domain socket.
type UnixSocket struct {
	RefCount uint64 // who uses the socket
	Protocol uint64 // 0
	// Flags are 0x10000 (it takes connections), 0x20000 (it waits for data), 0x40000
	// (it has no room), of <linux/net.h>.
	Flags uint64
	Type  uint32 // SOCK_ of <sys/socket.h>: 1 stream, 2 datagram, 5 sequential packets
	State uint32 // SS_ of <linux/net.h>: 1 unconnected, 2 connecting, 3 connected
	Inode uint64 // of the socket in sockfs
	// Path is the name that it is bound to, "" for none: the path of a file, blanks
	// included, or behind @ an abstract name, in which @ stands for each NUL.
	Path string
}

// UnixSockets reads /proc/net/unix. Its columns are Num (a pointer and a colon;
// (____ptrval____) before Linux has random numbers), RefCount, Protocol and Flags
// (in hex), Type and St (likewise), Inode (decimal) and Path. A line that ends
// before Inode, or begins otherwise, is Skipped. inodes is false where the title
// line lacks Inode, as in Linux before 1.3; what stands there isn't one.
func UnixSockets(r io.Reader) (inodes func() bool, rows iter.Seq2[UnixSocket, error]) {
	titled := false
	return func() bool { return titled }, func(yield func(UnixSocket, error) bool) {
		in := newLines(r, "/proc/net/unix", socketLine)
		titles, _ := in.next()
		titled = bytes.Contains(titles, []byte("Inode"))
		if err := in.each(func(c *cursor) bool {
			var row UnixSocket
			s := strict{c, &in.texts}
			s.pointer("Num")
			s.colon("Num")
			s.hex64("RefCount", &row.RefCount)
			s.hex64("Protocol", &row.Protocol)
			s.hex64("Flags", &row.Flags)
			s.hex("Type", &row.Type)
			s.hex("St", &row.State)
			skipped := s.fault.skipped
			s.decimal64("Inode", &row.Inode)
			numbered := !s.fault.skipped
			s.fault.skipped = skipped
			if numbered && s.at < len(s.line) {
				s.at++ // the blank; others belong to the path
				row.Path = s.texts.keep(bytes.TrimSuffix(s.rest(), []byte("\r")))
			}
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(UnixSocket{}, err)
		}
	}
}

// pointer is %p, or what the kernel shows in its place.
func (s strict) pointer(field string) {
	if s.literal("(____ptrval____)") || s.literal("(nil)") {
		return
	}
	var p uint64
	s.hexLong(field, &p)
}
