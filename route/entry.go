package route

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"math"
	"net/netip"
	"strconv"

	"classicnet/internal/host"
	"classicnet/ioctl"
	"classicnet/netflag"
	"classicnet/procnet"
)

// Entry is a route of IPv4's main table or of an IPv6 table.
type Entry struct {
	// Destination is the net, or the host where it has all bits. Its address
	// tells the family.
	Destination netip.Prefix
	Gateway     netip.Addr // the zero Addr for none; a zone stands for the Interface
	Metric      uint32     // the kernel's priority; 0 in IPv6's Add is 1024
	// Flags have RouteUp in all that the kernel shows but IPv6's that refuse. RouteHost and RouteGateway
	// follow from the fields above; Add and Delete see to them.
	Flags     netflag.Route
	Interface string // its name; "" for none, as reject routes of IPv4 have it

	// What follows is 0 where it isn't set, and IPv4's alone.

	MSS    uint32 // the advertised one + 40 bytes, as route shows it
	Window uint32 // bytes
	IRTT   uint32 // ms
}

// String is the route in the order of route's columns: "10.0.0.0/8 192.168.1.254 UG
// 5 eth0", with "-" for what there isn't.
func (e Entry) String() string {
	gateway, device := "-", "-"
	if e.Gateway.IsValid() {
		gateway = e.Gateway.String()
	}
	if e.Interface != "" {
		device = e.Interface
	}
	return e.Destination.String() + " " + gateway + " " + e.Flags.String() + " " + strconv.FormatUint(uint64(e.Metric), 10) + " " + device
}

// ErrMask tells that a row's netmask has holes, so that it is no prefix. Kernels
// since 2.2 make no such route.
var ErrMask = errors.New("netmask has holes")

// ErrPrefixLen tells that a row's prefix length is none that an address can have.
var ErrPrefixLen = errors.New("more than 128 bits")

// Inet yields the routes of /proc/net/route, read from r. The errors beside them
// are those of procnet.Routes; a mask that is none is a *procnet.LineError with
// ErrMask, and as behind all of these the sequence goes on. An
// Entry beside an error may lack anything, and then look like a default route.
func Inet(r io.Reader) iter.Seq2[Entry, error] {
	return procnet.Convert(r, procnet.Routes, Of)
}

// Inet6 yields the routes of /proc/net/ipv6_route, read from r: those of all
// tables, so that the machine's own addresses (RouteLocal) and the rows that
// refuse what no route is for (metric 0xffffffff) are among them. The errors are
// those of procnet.Routes6, and as of Inet with ErrPrefixLen.
func Inet6(r io.Reader) iter.Seq2[Entry, error] {
	return procnet.Convert(r, procnet.Routes6, Of6)
}

// Entries yields the routes of both families as the kernel has them now, those
// of IPv4 first. open opens files, as tool.Env and ioctltest.Kernel do; nil opens
// those of this machine, in the namespace that the calling thread is in. IPv4's file
// is always there where /proc is: that it isn't is an error as any other, found by
// fs.ErrNotExist. A kernel without IPv6 hasn't the second one, and no routes. Those that
// refuse have netflag.RouteReject, and IPv6's are of all tables, as of Inet6.
func Entries(open func(path string) (io.ReadCloser, error)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		if open == nil {
			open = host.Open
		}
		_ = each1(open, inetFile, Inet, yield) && each1(open, inet6File, Inet6, yield)
	}
}

// each1 passes the entries of one file on. It is false when yield has had
// enough.
func each1(open func(string) (io.ReadCloser, error), path string, read func(io.Reader) iter.Seq2[Entry, error], yield func(Entry, error) bool) bool {
	f, err := open(path)
	if path == inet6File && errors.Is(err, fs.ErrNotExist) {
		return true
	}
	if err != nil {
		return yield(Entry{}, err)
	}
	defer f.Close() //nolint:errcheck // read only
	for e, err := range read(f) {
		if !errors.Is(err, procnet.ErrEmpty) && !yield(e, err) {
			return false
		}
	}
	return true
}

// Of is a row of /proc/net/route as an Entry. It fails with a *procnet.LineError,
// which knows the field alone: ErrMask.
func Of(r procnet.Route) (Entry, error) {
	e := Entry{
		Gateway: r.Gateway, Metric: uint32(r.Metric), Flags: r.Flags, Interface: r.Iface,
		MSS: uint32(r.MTU), Window: uint32(r.Window), IRTT: uint32(r.IRTT),
	}
	if e.Gateway.IsValid() && e.Gateway.IsUnspecified() {
		e.Gateway = netip.Addr{}
	}
	if e.Interface == "*" {
		e.Interface = ""
	}
	bits, ok := ioctl.MaskLen(r.Mask)
	if !ok {
		return e, &procnet.LineError{Field: "Mask", Err: ErrMask}
	}
	e.Destination = netip.PrefixFrom(r.Destination, bits)
	return e, nil
}

// Of6 is a row of /proc/net/ipv6_route as an Entry. It fails as Of, with
// ErrPrefixLen.
func Of6(r procnet.Route6) (Entry, error) {
	e := Entry{Gateway: r.NextHop, Metric: r.Metric, Flags: r.Flags, Interface: r.Iface}
	if e.Gateway.IsValid() && e.Gateway.IsUnspecified() {
		e.Gateway = netip.Addr{}
	}
	if r.PrefixLen > 128 {
		return e, &procnet.LineError{Field: "prefix length", Err: ErrPrefixLen}
	}
	e.Destination = netip.PrefixFrom(r.Destination, int(r.PrefixLen))
	return e, nil
}

// Request is what ioctl adds and deletes of an IPv4 entry, exactly: mask, metric,
// flags and what is set of MSS, window and round trip time. It fails for IPv6 and
// for what the request has no room for: a metric above 32766, an IRTT above
// 65535.
func (e Entry) Request() (ioctl.Route, error) {
	if !e.Destination.Addr().Is4() || e.Destination.Bits() < 0 {
		return ioctl.Route{}, errors.New("route: " + e.Destination.String() + " is no IPv4 prefix")
	}
	if e.Metric >= math.MaxInt16 {
		return ioctl.Route{}, noRoom("metric", e.Metric, math.MaxInt16-1)
	}
	if e.IRTT > math.MaxUint16 {
		return ioctl.Route{}, noRoom("irtt", e.IRTT, math.MaxUint16)
	}
	r := ioctl.Route{
		Dst: e.Destination.Addr(), Genmask: ioctl.Mask(e.Destination.Bits()), Gateway: e.Gateway,
		Metric: int16(e.Metric + 1), Device: e.Interface, Flags: e.requestFlags(),
		MTU: uint64(e.MSS), Window: uint64(e.Window), IRTT: uint16(e.IRTT),
	}
	for _, f := range [...]struct {
		set  bool
		flag netflag.Route
	}{{e.MSS != 0, netflag.RouteMSS}, {e.Window != 0, netflag.RouteWindow}, {e.IRTT != 0, netflag.RouteIRTT}} {
		if f.set {
			r.Flags |= f.flag
		}
	}
	return r, nil
}

// noRoom is the error of a number that is too large for its field of a request.
func noRoom(field string, n, most uint32) error {
	return errors.New("route: " + field + " " + strconv.FormatUint(uint64(n), 10) + " is more than a request takes, " + strconv.FormatUint(uint64(most), 10))
}

// requestFlags are those that a request of either family may have, with the ones
// that follow from destination and gateway.
func (e *Entry) requestFlags() netflag.Route {
	flags := netflag.RouteUp | e.Flags&(netflag.RouteReject|netflag.RouteReinstate|netflag.RouteDynamic|netflag.RouteModified)
	if e.Gateway.IsValid() {
		flags |= netflag.RouteGateway
	}
	if e.Destination.Addr().Is4() && e.Destination.IsSingleIP() {
		flags |= netflag.RouteHost
	}
	return flags
}

// Request6 is what ioctl adds and deletes of an IPv6 entry on the interface of
// that number. RouteHost is sent only if Flags have it: the kernel takes it for
// "on link".
func (e Entry) Request6(index int) (ioctl.Route6, error) {
	if !e.Destination.Addr().Is6() || e.Destination.Bits() < 0 {
		return ioctl.Route6{}, errors.New("route: " + e.Destination.String() + " is no IPv6 prefix")
	}
	return ioctl.Route6{
		Dst: e.Destination.Addr(), PrefixLen: uint16(e.Destination.Bits()), Gateway: e.Gateway, Metric: e.Metric,
		Flags: e.requestFlags() | e.Flags&netflag.RouteHost, Index: index,
	}, nil
}
