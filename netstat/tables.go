package netstat

import (
	"errors"
	"io"
	"io/fs"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/procnet"
)

// set is a choice of tables.
type set uint32

const (
	tcpTable set = 1 << iota
	sctpTable
	udpTable
	udpliteTable
	rawTable
	groupTable
	unixTable
	ipxTable
	ax25Table
	x25Table
	netromTable
	roseTable
	bluetoothTable

	inetTables = tcpTable | sctpTable | udpTable | udpliteTable | rawTable
	// byDefault are shown where nothing is chosen.
	byDefault = inetTables | unixTable | ipxTable | ax25Table | x25Table | netromTable | roseTable
)

// table is what is listed of one protocol.
type table struct {
	set
	name  string // in the message where it is missing
	files []source
	// denied says that a file that may not be read is as good as missing.
	denied bool
	// gone says that kernels are without it: what comes behind is shown all the same.
	gone  bool
	title func(*listing)
}

// source is a file of a table.
type source struct {
	path string
	six  bool // one of IPv6, without which nobody is told
	when func(*options) bool
	// protocol is that of a file of sockets; others have
	protocol *protocol
	list     func(*listing, io.Reader) error
	inodes   func(*listing, io.Reader) iterInodes // of the sockets that are shown; nil has none
}

// tables are in the order of the listing.
var tables = [...]table{
	{
		set: tcpTable, name: "AF INET (tcp)", denied: true, title: inetTitle,
		files: []source{{path: "/proc/net/tcp", protocol: &tcp}, {path: "/proc/net/tcp6", six: true, protocol: &tcp6}},
	},
	{
		set: sctpTable, name: "AF INET (sctp)", denied: true, title: inetTitle,
		files: []source{
			{path: "/proc/net/sctp/eps", when: withServers, list: listEndpoints, inodes: endpointInodes},
			{path: "/proc/net/sctp/assocs", when: withConnections, list: listAssociations, inodes: associationInodes},
		},
	},
	{
		set: udpTable, name: "AF INET (udp)", denied: true, title: inetTitle,
		files: []source{{path: "/proc/net/udp", protocol: &udp}, {path: "/proc/net/udp6", six: true, protocol: &udp6}},
	},
	{
		set: udpliteTable, name: "AF INET (udplite)", denied: true, gone: true, title: inetTitle,
		files: []source{{path: "/proc/net/udplite", protocol: &udplite}, {path: "/proc/net/udplite6", six: true, protocol: &udplite6}},
	},
	{
		set: rawTable, name: "AF INET (raw)", denied: true, title: inetTitle,
		files: []source{{path: "/proc/net/raw", protocol: &raw}, {path: "/proc/net/raw6", six: true, protocol: &raw6}},
	},
	{
		set: groupTable, name: "AF INET (igmp)", denied: true, title: groupTitle,
		files: []source{{path: "/proc/net/igmp", list: listGroups}, {path: "/proc/net/igmp6", six: true, list: listGroups6}},
	},
	{
		set: unixTable, name: "AF UNIX", denied: true, title: unixTitle,
		files: []source{{path: "/proc/net/unix", list: listUnix, inodes: unixInodes}},
	},
	{set: ipxTable, name: "AF IPX", files: []source{{path: "/proc/net/ipx/socket", list: listIPX}}},
	{set: ax25Table, name: "AF AX25", files: []source{{path: "/proc/net/ax25", list: listAX25}}},
	{set: x25Table, name: "AF X25", files: []source{{path: "/proc/net/x25", list: listX25}}},
	{set: netromTable, name: "AF NETROM", files: []source{{path: "/proc/net/nr", list: listNetrom}}},
	{set: roseTable, name: "AF ROSE", files: []source{{path: "/proc/net/rose", list: listROSE}}},
}

// statusUnreadable is the status where a file can't be opened or read, though it
// may be there.
const statusUnreadable = 255

// list shows the files of a table. Its status isn't 0 where one is missing that was
// asked for, or can't be read.
func (l *listing) list(t *table) int {
	if t.title != nil {
		t.title(l)
	}
	status := statusOK
	for i := range t.files {
		s := &t.files[i]
		if !l.shows(t, s) || status != statusOK && !s.six {
			continue // behind a file that is missing comes its IPv6 one alone
		}
		switch err := l.show(s, t.behind(l, i)); {
		case err == nil:
		case s.six && !opened(err): // nobody is told, as ever
		case t.missing(err):
			if l.tells(t) {
				l.Out.Errorf("netstat: no support for `%s' on this system.\n", t.name)
				status = max(status, l.missed(t))
			}
		default:
			l.Out.Errorf("%s: %s\n", s.path, frame.Reason(err))
			return statusUnreadable
		}
	}
	return status
}

// shows tells whether the families and the options choose a file.
func (l *listing) shows(t *table, s *source) bool {
	if s.when != nil && !s.when(&l.options) {
		return false
	}
	if t.set&(inetTables|groupTable) == 0 {
		return true
	}
	if s.six {
		return l.plan.v6
	}
	return l.plan.v4
}

// opened tells whether err came behind an open.
func opened(err error) bool {
	failed, ok := errors.AsType[*fs.PathError](err)
	return !ok || failed.Op != "open"
}

// missing tells whether err is that a table isn't there.
func (t *table) missing(err error) bool {
	if opened(err) {
		return false
	}
	return errors.Is(err, fs.ErrNotExist) || t.denied && errors.Is(err, unix.EACCES)
}

// tells tells whether it is worth a word that a table is missing.
func (l *listing) tells(t *table) bool {
	return l.plan.asked&t.set != 0 || l.plan.nothing && l.options.Verbose
}

// missed is the status for a missing table.
func (l *listing) missed(t *table) int {
	if l.plan.asked&t.set != 0 {
		return statusFailed
	}
	return statusOK
}

// show opens a file and lists it. Of a read that fails the error comes back. Where the
// file is a long one the kernel makes the next one meanwhile: of a table of IPv6 it goes
// through all sockets of both families.
func (l *listing) show(s, next *source) error {
	ahead, err := l.open(s)
	if err != nil {
		return err
	}
	defer ahead.Close() //nolint:errcheck // it was read
	if next != nil {
		ahead.OnLong(func() { l.prepare(next) })
	}
	if s.protocol != nil {
		return l.sockets(ahead, s.protocol)
	}
	return s.list(l, ahead)
}

// walk is a file of rows while it is listed. Readers call a function for each row:
// one for all types of rows would be generic, and in the file once for each.
type walk struct {
	*listing
	bogus func(*procnet.LineError) // tells of a row that isn't shown
	ended error                    // what ended the rows
}

// takes tells whether the classic tools show a row for what was read with err.
func (w *walk) takes(err error) bool {
	if err == nil {
		return true
	}
	shown, fatal := w.judge(err, w.bogus)
	if fatal {
		w.ended = err
	}
	return shown
}

// line is where the next row is made.
func (w *walk) line() []byte { return w.Out.AvailableBuffer() }

// put writes a row and tells whether standard output takes more.
func (w *walk) put(row []byte) bool {
	_, err := w.Out.Write(row)
	return err == nil
}

// more tells whether rows are to come.
func (w *walk) more() bool { return w.ended == nil }

// judge tells whether there is a row to show for what was read with an error, and
// whether that ends the table. Of a row that isn't shown it tells bogus, of another
// what is wrong with -v.
func (l *listing) judge(err error, bogus func(*procnet.LineError)) (shown, fatal bool) {
	malformed, ok := err.(*procnet.LineError)
	switch {
	case !ok:
		return false, true
	case malformed.Skipped:
		bogus(malformed)
		return false, false
	}
	if l.options.Verbose {
		l.Out.Errorf("netstat: %s\n", malformed.Error())
	}
	return true, false
}

// warned is each's bogus for the rows of a kind.
func (l *listing) warned(kind string) func(*procnet.LineError) {
	return func(*procnet.LineError) { l.Out.Errorf("warning, got bogus %s line.\n", kind) }
}
