package route

import (
	"iter"

	"golang.org/x/sys/unix"

	"classicnet/internal/netaddr"
	"classicnet/procnet"
)

const (
	inet6File = "/proc/net/ipv6_route"
	ndiscFile = "/proc/net/ndisc"
	inet6Note = "INET6 (IPv6) not configured in this system."

	inet6Header = "Destination                    Next Hop                   Flag Met Ref Use If\n"
)

// inet6Columns are those of net-tools of 2003: reference count and use touch,
// and nothing is cut.
var inet6Columns = []column[procnet.Route6]{
	{put: putDestination6, width: 30, gap: " "},
	{put: putNextHop, width: 26, gap: " "},
	{put: putFlags6, width: 4, gap: " "},
	{put: putMetric6, width: 3, gap: " "},
	{put: putRef6, width: 1},
	{put: putUse6, width: 6, right: true, gap: " "},
	{put: putIface6},
}

func putDestination6(b []byte, r *procnet.Route6) []byte {
	b = append(netaddr.AppendPlain6(b, r.Destination), '/')
	return appendInt(b, int32(r.PrefixLen))
}
func putNextHop(b []byte, r *procnet.Route6) []byte { return netaddr.AppendPlain6(b, r.NextHop) }
func putFlags6(b []byte, r *procnet.Route6) []byte  { return appendFlags(b, inet6Letters, r.Flags) }
func putMetric6(b []byte, r *procnet.Route6) []byte { return appendInt(b, int32(r.Metric)) }
func putRef6(b []byte, r *procnet.Route6) []byte    { return appendInt(b, int32(r.RefCnt)) }
func putUse6(b []byte, r *procnet.Route6) []byte    { return appendInt(b, int32(r.Use)) }
func putIface6(b []byte, r *procnet.Route6) []byte  { return append(b, r.Iface...) }

// listInet6 lists the IPv6 routing table, the cache, or both. The kernel keeps
// the cache's entries among the routes, with a flag.
func listInet6(l *listing) error {
	if l.fib {
		if err := l.inet6Table("Kernel IPv6 routing table\n", 0); err != nil {
			return err
		}
	}
	if !l.cache {
		return nil
	}
	if f, err := l.open(ndiscFile); err == nil {
		defer f.Close() //nolint:errcheck // read only
		return l.neighbours(f)
	}
	return l.inet6Table("Kernel IPv6 routing cache\n", unix.RTF_CACHE)
}

// inet6Table lists the entries whose cache flag is as wanted.
func (l *listing) inet6Table(title string, cached uint32) error {
	f, err := l.source(inet6Note, inet6File)
	if err != nil {
		return err
	}
	source := newReadAhead(f)
	defer source.Close() //nolint:errcheck // read only
	l.print(title, inet6Header)
	return failedTable(inet6File, notEmpty(l.inet6Routes(procnet.Routes6(source), cached)))
}

func (l *listing) inet6Routes(routes iter.Seq2[procnet.Route6, error], cached uint32) error {
	return each(l, routes, func(r *procnet.Route6) []byte {
		if r.Flags&unix.RTF_CACHE != cached {
			return nil
		}
		return append(appendColumns(l.line[:0], inet6Columns, r), '\n')
	})
}
