package ifupdown

import (
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// Step is one thing to do for an interface: a plain value. Its String is what
// -n and -v print, a shell line for what a shell runs, else the request and
// what it is given.
type Step interface {
	String() string
	do(*command) error
}

// The steps that change a link.
type (
	// HardwareAddress sets the link-layer address, in the text of the device's
	// link type or "random". A device that must be down for it is taken down.
	HardwareAddress struct{ Device, Addr string }
	// MTU sets the maximum transfer unit in bytes.
	MTU struct {
		Device string
		Bytes  int
	}
	// MTU6 raises the device's unit to that of IPv6, or lowers that of IPv6
	// alone.
	MTU6 struct {
		Device string
		Bytes  int
	}
	// LinkUp and LinkDown set and clear the flag UP. With MayFail a device
	// that isn't there is no error.
	LinkUp struct {
		Device  string
		MayFail bool
	}
	LinkDown struct {
		Device  string
		MayFail bool
	}
	// Description is the text that the interface is shown with; "" is none.
	Description struct{ Device, Text string }
)

// The steps that change IPv4 addresses. Label is a device or "device:alias".
type (
	// Address adds an address with all that belongs to it. Where the label has
	// another address already, which would be replaced, it gets the first label
	// behind it that is free. The zero Broadcast and Peer are none.
	Address struct {
		Label                       string
		Addr, Mask, Broadcast, Peer netip.Addr
	}
	// DropAddress removes an address that Address has added, and no other one.
	DropAddress struct {
		Label      string
		Addr, Mask netip.Addr
	}
	// ClearAddress removes the address of a device's own label, whoever has set
	// it, unless the device was in use before ifup.
	ClearAddress struct{ Device string }
)

// The steps that change IPv6 addresses. That the address is there already, or
// is gone already, is no error.
type (
	Address6 struct {
		Device    string
		Addr      netip.Addr
		PrefixLen int
	}
	DropAddress6 struct {
		Device    string
		Addr      netip.Addr
		PrefixLen int
	}
	// Settle6 waits until the kernel has found that nobody else has the
	// address: Attempts times Interval at most.
	Settle6 struct {
		Device   string
		Addr     netip.Addr
		Attempts int
		Interval time.Duration
	}
	// SettleLink6 waits likewise until the device has an address of its link, from
	// which a DHCP client asks.
	SettleLink6 struct {
		Device   string
		Attempts int
		Interval time.Duration
	}
	// Sysctl writes a setting of IPv6; a kernel without it is no error.
	Sysctl struct{ Device, Key, Value string }
)

// The steps that change routes, of the family of Dst. That the route is there
// already, or is gone already, is no error.
type (
	AddRoute struct{ Route }
	DelRoute struct{ Route }
)

// Route is a route through a device or label. Without a gateway it leads to
// Dst directly.
type Route struct {
	Dst     netip.Prefix
	Gateway netip.Addr
	Metric  uint32 // 0 is the kernel's own
	Device  string
}

func (s HardwareAddress) String() string { return "SIOCSIFHWADDR " + s.Device + " " + s.Addr }
func (s MTU) String() string             { return "SIOCSIFMTU " + s.Device + " " + strconv.Itoa(s.Bytes) }
func (s MTU6) String() string            { return MTU(s).String() + " (of IPv6 alone if the device has more)" }
func (s LinkUp) String() string          { return "SIOCSIFFLAGS " + s.Device + " up" }
func (s LinkDown) String() string        { return "SIOCSIFFLAGS " + s.Device + " down" }
func (s ClearAddress) String() string    { return "SIOCSIFADDR " + s.Device + " 0.0.0.0" }
func (s Description) String() string     { return "write " + s.path() + " " + s.Text }
func (s AddRoute) String() string        { return "SIOCADDRT " + s.Route.String() }
func (s DelRoute) String() string        { return "SIOCDELRT " + s.Route.String() }
func (s Sysctl) String() string          { return "write " + s.path() + " " + s.Value }

// String is a line for each request.
func (s Address) String() string {
	var lines []string
	for _, r := range s.requests() {
		lines = append(lines, r.String())
	}
	return strings.Join(lines, "\n")
}

func (s DropAddress) String() string {
	if strings.Contains(s.Label, ":") {
		return "SIOCSIFFLAGS " + s.Label + " down"
	}
	return ClearAddress{s.Label}.String()
}

func (s Address6) String() string {
	return "SIOCSIFADDR " + s.Device + " " + netip.PrefixFrom(s.Addr, s.PrefixLen).String()
}

func (s DropAddress6) String() string {
	return "SIOCDIFADDR " + s.Device + " " + netip.PrefixFrom(s.Addr, s.PrefixLen).String()
}

func (s Settle6) String() string {
	return "wait for " + s.Addr.String() + " on " + s.Device
}

func (s SettleLink6) String() string {
	return "wait for a link-local address of " + s.Device
}

// String is "DST via GATEWAY metric N dev DEVICE".
func (r Route) String() string {
	text := r.Dst.String()
	if r.Dst.Bits() == 0 {
		text = "default"
	}
	if r.Gateway.IsValid() {
		text += " via " + r.Gateway.String()
	}
	if r.Metric != 0 {
		text += " metric " + strconv.FormatUint(uint64(r.Metric), 10)
	}
	return text + " dev " + r.Device
}
