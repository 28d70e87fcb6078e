package netstat

import (
	"classicnet/internal/out"
	"classicnet/procnet"
)

// format is how a dialect prints sockets; what it has no listing for is printed as
// net-tools does.
type format struct {
	byDefault set // the tables where nothing is chosen
	// inetColumns and unixColumns are the titles of the tables.
	inetColumns func(l *listing) string
	unixColumns func(l *listing) string
	socket      func(l *listing, b []byte, p *protocol, s *procnet.Socket) []byte
	unix        func(l *listing, b []byte, u *procnet.UnixSocket, inodes bool) []byte
	naming
}

// naming are the rules for addresses and ports.
type naming struct {
	unspecified string // for ::, "" where it's a number
	mapped      bool   // the ::ffff: of an IPv4-mapped address is shown
	zero        bool   // 0.0.0.0 and the networks behind it are looked up as hosts
}

const inetColumns = "Proto Recv-Q Send-Q Local Address           Foreign Address         State      "

// netToolsFormat is that of net-tools 2.10, which all its dialects share.
var netToolsFormat = format{
	byDefault: byDefault, inetColumns: (*listing).netToolsColumns,
	socket: (*listing).appendSocket, unix: (*listing).appendUnix,
	unixColumns: func(l *listing) string {
		return "Proto RefCnt Flags       Type       State         I-Node  " + l.programTitle() + " Path\n"
	},
	naming: naming{unspecified: "[::]"},
}

// busyboxFormat is that of busybox 1.35. It cuts nothing, knows no protocol by its 6,
// and doesn't add columns of users.
var busyboxFormat = format{
	byDefault:   tcpTable | udpTable | rawTable | unixTable,
	inetColumns: func(l *listing) string { return inetColumns + " " + l.busyboxProgramTitle() },
	socket:      (*listing).appendBusyboxSocket, unix: (*listing).appendBusyboxUnix,
	unixColumns: func(l *listing) string {
		return "Proto RefCnt Flags       Type       State         I-Node " + l.busyboxProgramTitle() + "Path\n"
	},
	naming: naming{mapped: true, zero: true},
}

// netToolsColumns are the titles of the Internet tables.
func (l *listing) netToolsColumns() string {
	text := inetColumns
	if l.options.extended() {
		text += " User       Inode     "
	}
	return text + l.programTitle()
}

// format is that of the run's dialect.
func (c *command) format() *format {
	if c.dialect.Busybox {
		return &busyboxFormat
	}
	return &netToolsFormat
}

func (l *listing) busyboxProgramTitle() string {
	if l.options.Programs {
		return "PID/Program name    "
	}
	return ""
}

// appendBusyboxSocket appends the row of a socket.
func (l *listing) appendBusyboxSocket(b []byte, p *protocol, s *procnet.Socket) []byte {
	b = append(append(b, p.transport()...), "   "...)
	b = out.AppendRightUint(b, s.RxQueue, 6)
	b = out.AppendRightUint(append(b, ' '), s.TxQueue, 6)
	b = l.appendWholeEnd(append(b, ' '), s.Local, p.busyboxPorts())
	b = l.appendWholeEnd(append(b, ' '), s.Remote, p.busyboxPorts())
	b = append(b, ' ')
	start := len(b)
	b = out.PadRight(appendBusyboxState(b, p, s), start, 12)
	if l.options.Programs {
		b = l.owners.appendProgram(b, s.Inode)
	}
	if l.options.Timers {
		b = p.timer(append(b, ' '), s)
	}
	return append(b, '\n')
}

// appendBusyboxUnix appends the row of a UNIX socket, with the whole path.
func (l *listing) appendBusyboxUnix(b []byte, u *procnet.UnixSocket, _ bool) []byte {
	b = l.appendUnixHead(b, u)
	b = append(out.AppendRightUint(append(b, ' '), u.Inode, 6), ' ')
	if l.options.Programs {
		b = append(l.owners.appendProgram(b, u.Inode), ' ')
	}
	return append(append(b, u.Path...), '\n')
}

// appendBusyboxState appends the state; in its place a raw socket has its protocol
// once more.
func appendBusyboxState(b []byte, p *protocol, s *procnet.Socket) []byte {
	if p.ports == "raw" {
		return appendUint(b, uint64(s.Local.Port()))
	}
	return p.state(b, s.State)
}

// busyboxPorts are the services by which ports have names: protocols of raw sockets
// have none.
func (p *protocol) busyboxPorts() string {
	if p.ports == "raw" {
		return ""
	}
	return p.ports
}
