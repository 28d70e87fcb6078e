package route

import (
	"net/netip"

	"classicnet/internal/netaddr"
	"classicnet/procnet"
)

// inet6Row is a row of the IPv6 table.
type inet6Row struct {
	procnet.Route6
	// What is shown for the addresses, "" for their numbers.
	destination, nextHop string
	unsigned             bool // the metric
}

const (
	inet6Header     = "Destination                    Next Hop                   Flag Met Ref Use If\n"
	inet6Header210  = "Destination                    Next Hop                   Flag Met Ref  Use If\n"
	inet6WideHeader = "Destination                                 Next Hop                                Flags Metric Ref    Use Iface\n"
)

// inet6Columns are those of net-tools of 2003: reference count and use touch,
// and nothing is cut. inet6Columns210 has a blank there.
var (
	inet6Columns = []column[inet6Row]{
		{put: putDestination6, width: 30, gap: " "},
		{put: putNextHop, width: 26, gap: " "},
		{put: putFlags6, width: 4, gap: " "},
		{put: putMetric6, width: 3, gap: " "},
		{put: putRef6, width: 1},
		{put: putUse6, width: 6, right: true, gap: " "},
		{put: putIface6},
	}
	inet6Columns210 = []column[inet6Row]{
		{put: putDestination6, width: 30, gap: " "},
		{put: putNextHop, width: 26, gap: " "},
		{put: putFlags6, width: 4, gap: " "},
		{put: putMetric6, width: 3, gap: " "},
		{put: putRef6, width: 1, gap: " "},
		{put: putUse6, width: 6, right: true, gap: " "},
		{put: putIface6},
	}
)

// inet6Columns160 are those of net-tools 1.60, which confuses the reference
// count and the use; busybox took the widths over and put that right.
var (
	inet6Columns160 = []column[inet6Row]{
		{put: putMappedDestination6, width: 43, gap: " "},
		{put: putMappedNextHop, width: 39, gap: " "},
		{put: putFlags160, width: 5, gap: " "},
		{put: putMetric6, width: 6, gap: " "},
		{put: putUse6, width: 2, gap: " "},
		{put: putRef6, width: 7, right: true, gap: " "},
		{put: putIface6, width: 8},
	}
	inet6ColumnsBusybox = []column[inet6Row]{
		{put: putMappedDestination6, width: 43, gap: " "},
		{put: putMappedNextHop, width: 39, gap: " "},
		{put: putBusyboxFlags6, width: 5, gap: " "},
		{put: putMetric6, width: 6, gap: " "},
		{put: putRef6, width: 2, gap: " "},
		{put: putUse6, width: 7, right: true, gap: " "},
		{put: putIface6, width: 8},
	}
)

func putDestination6(b []byte, r *inet6Row) []byte {
	b = append(appendName6(b, r.destination, r.Destination), '/')
	return appendInt(b, int32(r.PrefixLen))
}
func putNextHop(b []byte, r *inet6Row) []byte { return appendName6(b, r.nextHop, r.NextHop) }
func putMetric6(b []byte, r *inet6Row) []byte { return appendMetric(b, r.Metric, r.unsigned) }
func putRef6(b []byte, r *inet6Row) []byte    { return appendInt(b, int32(r.RefCnt)) }
func putUse6(b []byte, r *inet6Row) []byte    { return appendInt(b, int32(r.Use)) }
func putIface6(b []byte, r *inet6Row) []byte  { return append(b, r.Iface...) }

func putFlags6(b []byte, r *inet6Row) []byte   { return appendFlags(b, inet6Letters, r.Flags) }
func putFlags160(b []byte, r *inet6Row) []byte { return appendFlags(b, inet6Letters160, r.Flags) }
func putBusyboxFlags6(b []byte, r *inet6Row) []byte {
	return appendFlags(b, inet6LettersBusybox, r.Flags)
}

// appendName6 appends the name of an address, or its number where it has none.
func appendName6(b []byte, name string, addr netip.Addr) []byte {
	if name != "" {
		return append(b, name...)
	}
	return netaddr.AppendPlain6(b, addr)
}

// The programs without names show an IPv4-mapped address whole.

func putMappedDestination6(b []byte, r *inet6Row) []byte {
	b = append(netaddr.Append6(b, r.Destination), '/')
	return appendInt(b, int32(r.PrefixLen))
}
func putMappedNextHop(b []byte, r *inet6Row) []byte { return netaddr.Append6(b, r.NextHop) }
