package netstat

import (
	"io"
	"strings"

	"classicnet/internal/out"
	"classicnet/procnet"
)

// The flags of a UNIX socket.
const (
	unixAccepts = 0x10000
	unixWaits   = 0x20000
	unixFull    = 0x40000
)

// unixUnconnected is the state of a UNIX socket that isn't connected.
const unixUnconnected = 1

var (
	unixTypes  = [...]string{"UNKNOWN", "STREAM", "DGRAM", "RAW", "RDM", "SEQPACKET"}
	unixStates = [...]string{"FREE", "", "CONNECTING", "CONNECTED", "DISCONNECTING"}
)

// unixWord is the word of a number, UNKNOWN if it has none.
func unixWord(words []string, n uint32) string {
	if n < uint32(len(words)) {
		return words[n]
	}
	return "UNKNOWN"
}

// unixState is the word of a state: an unconnected socket may listen.
func unixState(u *procnet.UnixSocket) string {
	if unixServer(u) {
		return "LISTENING"
	}
	return unixWord(unixStates[:], u.State)
}

// unixServer tells whether a socket is shown with -l, and not without.
func unixServer(u *procnet.UnixSocket) bool {
	return u.State == unixUnconnected && u.Flags&unixAccepts != 0
}

func unixTitle(l *listing) {
	if l.json != nil {
		return
	}
	l.Out.WriteString("Active UNIX domain sockets " + l.options.kind() + l.format.unixColumns(l)) //nolint:errcheck // Close tells
}

func listUnix(l *listing, f io.Reader) error {
	inodes, rows := procnet.UnixSockets(f)
	w := walk{listing: l, bogus: l.warned("unix")}
	var u procnet.UnixSocket // one for all rows: what the format is given would be made anew for each
	rows(func(row procnet.UnixSocket, err error) bool {
		u = row
		switch {
		case !w.takes(err) || !l.options.chooses(unixServer(&u)):
			return w.more()
		case l.json != nil:
			return w.put(l.json.unix(w.line(), l, &u, inodes()))
		}
		return w.put(l.format.unix(l, w.line(), &u, inodes()))
	})
	return w.ended
}

func unixInodes(l *listing, f io.Reader) iterInodes {
	return func(yield func(uint64) bool) {
		inodes, rows := procnet.UnixSockets(f)
		for u, err := range rows {
			if err == nil && inodes() && l.options.chooses(unixServer(&u)) && !yield(u.Inode) {
				return
			}
		}
	}
}

// appendUnix appends the row of a UNIX socket. Where the file has no inodes, the
// number that stands there is in the place of the path.
func (l *listing) appendUnix(b []byte, u *procnet.UnixSocket, inodes bool) []byte {
	b = append(l.appendUnixHead(b, u), ' ')
	if inodes {
		b = out.AppendLeftUint(b, u.Inode, 8)
	} else {
		b = out.AppendLeft(b, "-", 8)
	}
	if l.options.Programs {
		known := l.owners
		if !inodes {
			known = owners{}
		}
		b = known.appendProgram(append(b, ' '), u.Inode)
	}
	b = append(b, ' ')
	if inodes {
		return append(append(b, firstWord(u.Path)...), '\n')
	}
	return append(appendUint(b, u.Inode), '\n')
}

// appendUnixHead appends the columns before the inode.
func (l *listing) appendUnixHead(b []byte, u *procnet.UnixSocket) []byte {
	word := "unix"
	if u.Protocol != 0 {
		word = "??"
	}
	b = out.AppendLeft(b, word, 5)
	b = out.AppendLeftUint(append(b, ' '), u.RefCount, 6)
	start := len(b) + 1
	b = out.PadRight(appendUnixFlags(append(b, ' '), u.Flags), start, 11)
	b = out.AppendLeft(append(b, ' '), unixWord(unixTypes[:], u.Type), 10)
	return out.AppendLeft(append(b, ' '), unixState(u), 13)
}

// appendUnixFlags appends the column of flags.
//
//go:noinline
func appendUnixFlags(b []byte, flags uint64) []byte {
	b = append(b, "[ "...)
	for _, f := range [...]struct {
		bit  uint64
		word string
	}{{unixAccepts, "ACC "}, {unixWaits, "W "}, {unixFull, "N "}} {
		if flags&f.bit != 0 {
			b = append(b, f.word...)
		}
	}
	return append(b, ']')
}

// firstWord is a path as it is listed: those who read the columns rely on one word.
func firstWord(path string) string {
	path = strings.TrimLeft(path, " \t\v\f\r")
	if i := strings.IndexAny(path, " \t\v\f\r"); i >= 0 {
		return path[:i]
	}
	return path
}
