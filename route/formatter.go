package route

import (
	"net/netip"

	"classicnet/internal/dialect"
	"classicnet/ioctl"
	"classicnet/procnet"
)

// Formatter turns entries into the rows of route -n in one dialect. The zero
// value is that of the classic one. Its methods append to b and return it, and
// touch nothing but their arguments.
type Formatter struct {
	dialect *dialect.Dialect
}

// NewFormatter returns the formatter of a dialect by its name as --dialect takes
// it. The error names those that there are.
func NewFormatter(name string) (Formatter, error) {
	d, err := dialect.Choose(name, false)
	return Formatter{d}, err
}

// AppendTitle appends what stands above the rows of IPv4's table, or IPv6's.
func (f Formatter) AppendTitle(b []byte, inet6 bool) []byte {
	if inet6 {
		return append(append(b, "Kernel IPv6 routing table\n"...), f.tables().header6...)
	}
	return append(append(b, "Kernel IP routing table\n"...), inetHeaders[1]...)
}

// Append appends the row of an entry.
func (f Formatter) Append(b []byte, e Entry) []byte {
	if e.Destination.Addr().Is6() {
		return append(appendColumns(b, f.tables().columns6, &inet6Row{Route6: e.row6()}), '\n')
	}
	return f.tables().appendInet(b, 1, &inetRow{Route: e.row()})
}

func (f Formatter) tables() *tables {
	d := f.dialect
	if d == nil {
		d = dialect.Classic()
	}
	return &shapes[d.Routes]
}

// AppendJSON appends entries as a JSON array, an object a line: what route --json
// prints of them. What the kernel counts (references, uses) is 0.
func AppendJSON(b []byte, list []Entry) []byte {
	j := jsonTables{keys: &routeKeys}
	j.Buf = b
	b = j.begin()
	for _, e := range list {
		if e.Destination.Addr().Is6() {
			b = j.appendInet6(b, &inet6Row{Route6: e.row6()})
		} else {
			b = j.appendInet(b, &inetRow{Route: e.row()})
		}
	}
	j.Buf = b
	j.EndList()
	return j.Buf
}

// row is the inverse of Of.
func (e *Entry) row() procnet.Route {
	r := procnet.Route{
		Iface: e.Interface, Destination: or4(e.Destination.Addr()), Gateway: or4(e.Gateway),
		Mask: ioctl.Mask(e.Destination.Bits()), Flags: e.Flags, Metric: int32(e.Metric),
		MTU: int32(e.MSS), Window: int32(e.Window), IRTT: int32(e.IRTT),
	}
	if r.Iface == "" {
		r.Iface = "*"
	}
	return r
}

func or4(a netip.Addr) netip.Addr {
	if !a.Is4() {
		return netip.IPv4Unspecified()
	}
	return a
}

// row6 is the inverse of Of6.
func (e *Entry) row6() procnet.Route6 {
	r := procnet.Route6{
		Destination: e.Destination.Addr(), PrefixLen: uint32(e.Destination.Bits()), NextHop: e.Gateway,
		Source: netip.IPv6Unspecified(), Metric: e.Metric, Flags: e.Flags, Iface: e.Interface,
	}
	if !r.NextHop.IsValid() {
		r.NextHop = netip.IPv6Unspecified()
	}
	return r
}
