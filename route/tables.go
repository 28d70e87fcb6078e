package route

import (
	"golang.org/x/sys/unix"

	"classicnet/internal/dialect"
	"classicnet/netflag"
)

// tables are the shapes of all tables in a dialect. What a dialect has no table
// for is as in the classic one.
type tables struct {
	// lastLevel is the level of detail beyond which more -e change nothing. Where
	// it is 0 they start again behind level 3 with 0, the title alone.
	lastLevel int

	// addresses are what rows of the IPv4 table start with, rejects the same of
	// reject routes; nil where these have no rows of their own.
	addresses, rejects []column[inetRow]
	// noCache is a program that doesn't list caches: ours are as in the classic
	// dialect.
	noCache bool
	// wholeCache leaves the names in the IPv4 cache whole.
	wholeCache bool
	names      nameRules

	header6  string
	columns6 []column[inet6Row]
	// need6 are flags that a route must have to be in the IPv6 table.
	need6 netflag.Route
	// mixed6 leaves the entries of the cache in the IPv6 table.
	mixed6 bool
	// named6 shows names in the IPv6 table.
	named6 bool

	// unsigned shows a metric as the kernel has it: 32 bits without a sign.
	unsigned bool
}

// shapes are the tables by dialect.
var shapes = [...]tables{
	dialect.Routes2003: {
		addresses: inetAddresses, rejects: rejectAddresses,
		names:   nameRules{anyMask: true, star: "*", byFlag: true, networks: true},
		header6: inet6Header, columns6: inet6Columns,
	},
	dialect.Routes160: {
		addresses: inetAddresses, rejects: rejectAddresses,
		names:   nameRules{anyMask: true, star: "*", byFlag: true, networks: true},
		header6: inet6WideHeader, columns6: inet6Columns160, need6: unix.RTF_UP, mixed6: true,
	},
	dialect.Routes210: {
		addresses: inetAddresses, rejects: rejectAddresses, wholeCache: true,
		names:   nameRules{byFlag: true, networks: true},
		header6: inet6Header210, columns6: inet6Columns210, named6: true,
	},
	dialect.RoutesGit: {
		addresses: inetAddresses, rejects: rejectAddresses, wholeCache: true,
		names:   nameRules{byFlag: true, networks: true},
		header6: inet6Header210, columns6: inet6Columns210, named6: true, unsigned: true,
	},
	dialect.RoutesBusybox: {
		lastLevel: 2, noCache: true,
		addresses: busyboxAddresses,
		names:     nameRules{anyMask: true, star: "*"},
		header6:   inet6WideHeader, columns6: inet6ColumnsBusybox, mixed6: true,
	},
}

// level is the level of detail for a number of -e. Where 1 and 2 are exchanged,
// they aren't any more when the levels start again.
func (t *tables) level(extend int, exchanged bool) int {
	level := 1 + extend
	if t.lastLevel > 0 {
		level = min(level, t.lastLevel)
	}
	if exchanged && level <= 2 {
		level = 3 - level
	}
	return level & 3
}

// appendInet appends a row of the IPv4 table at a level from 1.
func (t *tables) appendInet(b []byte, level int, r *inetRow) []byte {
	r.unsigned = t.unsigned
	if t.rejects != nil && r.Flags&unix.RTF_REJECT != 0 {
		b = appendColumns(b, t.rejects, r)
		return append(appendColumns(b, rejectDetails[level], r), '\n')
	}
	b = appendColumns(b, t.addresses, r)
	return append(appendColumns(b, inetDetails[level], r), '\n')
}

// shows6 tells whether an entry belongs to the IPv6 table, or to the cache.
func (t *tables) shows6(flags, cached netflag.Route) bool {
	if cached == 0 && t.mixed6 {
		return flags&t.need6 == t.need6
	}
	return flags&unix.RTF_CACHE == cached && flags&t.need6 == t.need6
}
