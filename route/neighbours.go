package route

import (
	"io"
	"iter"
	"strconv"

	"classicnet/internal/linkaddr"
	"classicnet/internal/netaddr"
	"classicnet/internal/out"
	"classicnet/procnet"
)

// neighbourRow is a row of the IPv6 neighbour cache, which is what -C lists
// where the kernel shows it.
type neighbourRow struct {
	procnet.Neighbour
	name string // of the address, "" for its number
}

const (
	neighbourTitle  = "Kernel IPv6 Neighbour Cache\n"
	neighbourHeader = "Neighbour                                   HW Address        Iface    Flags Ref State"
	neighbourTimes  = "            Stale(sec) Delete(sec)"
)

var neighbourColumns = []column[neighbourRow]{
	{put: putNeighbour, width: 43, gap: " "},
	{put: putHWAddr, width: 17, gap: " "},
	{put: putNeighbourIface, width: 8, gap: " "},
	{put: putNeighbourFlags, width: 5, gap: " "},
	{put: putNeighbourRef, width: 3, gap: " "},
	{put: putState, width: 16},
}

func putNeighbour(b []byte, r *neighbourRow) []byte {
	if r.name != "" {
		b = append(b, r.name...)
	} else {
		b = netaddr.AppendPlain6(b, r.Addr)
	}
	return strconv.AppendUint(append(b, '/'), uint64(r.PrefixLen), 10)
}

func putHWAddr(b []byte, r *neighbourRow) []byte {
	return linkaddr.AppendLower(b, r.HWAddr[:], len(r.HWAddr), ':')
}
func putNeighbourIface(b []byte, r *neighbourRow) []byte { return append(b, r.Iface...) }
func putNeighbourRef(b []byte, r *neighbourRow) []byte   { return appendInt(b, int32(r.RefCnt)) }
func putNeighbourFlags(b []byte, r *neighbourRow) []byte {
	return appendFlags(b, neighbourLetters, r.Flags)
}

// putState appends the name of a state.
func putState(b []byte, r *neighbourRow) []byte {
	for i := range neighbourStates {
		if s := &neighbourStates[i]; s.value == r.State {
			return append(b, s.name...)
		}
	}
	b = append(b, "UNKNOWN("...)
	if r.State < 0x10 {
		b = append(b, '0')
	}
	return append(strconv.AppendUint(b, uint64(r.State), 16), ')')
}

// neighbourStates are NUD_ of <linux/neighbour.h>.
var neighbourStates = [...]struct {
	value uint32
	name  string
}{
	{0x00, "NONE"}, {0x01, "INCOMPLETE"}, {nudReachable, "REACHABLE"}, {0x04, "STALE"}, {0x08, "DELAY"},
	{0x10, "PROBE"}, {0x20, "FAILED"}, {0x40, "NOARP"}, {0x80, "PERM"},
}

const nudReachable = 0x02

// appendNeighbour appends a row; level 2 has no times.
func appendNeighbour(b []byte, level int, r *neighbourRow) []byte {
	b = appendColumns(b, neighbourColumns, r)
	if level == 2 {
		return append(b, '\n')
	}
	stale := int64(0)
	if r.State == nudReachable {
		stale = seconds(r.ReachableTime, r.Confirmed)
	}
	b = append(out.AppendLeftInt(append(b, ' '), stale, 9), ' ')
	if r.RefCnt > 0 {
		return append(b, " * \n"...)
	}
	b = out.AppendLeftInt(append(b, ' '), seconds(r.GCStaleTime, r.Confirmed), 7)
	return append(b, " \n"...)
}

// seconds is how much of a period of jiffies is left after some of it, 0 if nothing is.
func seconds(period, gone uint64) int64 {
	if gone >= period {
		return 0
	}
	return int64((period - gone) / 100)
}

// neighbours lists the file of the cache. Unlike the routes it shows names, as
// all net-tools do.
func (l *listing) neighbours(f io.Reader) error {
	header := neighbourHeader + neighbourTimes + "\n"
	if l.level == 2 {
		header = neighbourHeader + "\n"
	}
	l.print(neighbourTitle, header)
	return failedTable(ndiscFile, notEmpty(l.neighbourRows(procnet.Neighbours(f))))
}

func (l *listing) neighbourRows(rows iter.Seq2[procnet.Neighbour, error]) error {
	n, done := l.names()
	defer done()
	if n != nil {
		rows = ahead(rows, func(r *procnet.Neighbour) { n.hosts.Ask(r.Addr) })
	}
	var row neighbourRow
	w := walk{listing: l}
	rows(func(r procnet.Neighbour, err error) bool {
		if !w.takes(err) {
			return w.more()
		}
		row.Neighbour = r
		if n != nil {
			row.name = n.host(r.Addr)
		}
		return l.show(appendNeighbour(l.line[:0], l.level, &row))
	})
	return w.ended
}
