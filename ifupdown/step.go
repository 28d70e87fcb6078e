package ifupdown

import (
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// step is one thing to do for an interface: a plain value. Its String is what
// -n and -v print, a shell line for what a shell runs, else the request and
// what it is given.
type step interface {
	String() string
	do(*command) error
}

// The steps that change a link.
type (
	// hardwareAddress sets the link-layer address, in the text of the device's
	// link type or "random". A device that must be down for it is taken down.
	hardwareAddress struct{ Device, Addr string }
	// setMTU sets the maximum transfer unit in bytes.
	setMTU struct {
		Device string
		Bytes  int
	}
	// setMTU6 raises the device's unit to that of IPv6, or lowers that of IPv6
	// alone.
	setMTU6 struct {
		Device string
		Bytes  int
	}
	// setLinkUp and setLinkDown set and clear the flag UP. With MayFail a device
	// that isn't there is no error.
	setLinkUp struct {
		Device  string
		MayFail bool
	}
	setLinkDown struct {
		Device  string
		MayFail bool
	}
	// setDescription is the text that the interface is shown with; "" is none.
	setDescription struct{ Device, Text string }
)

// The steps that change IPv4 addresses. Label is a device or "device:alias".
type (
	// address adds an address with all that belongs to it. Where the label has
	// another address already, which would be replaced, it gets the first label
	// behind it that is free. The zero Broadcast and Peer are none.
	address struct {
		Label                       string
		Addr, Mask, Broadcast, Peer netip.Addr
	}
	// dropAddress removes an address that address has added, and no other one.
	dropAddress struct {
		Label      string
		Addr, Mask netip.Addr
	}
	// clearAddress removes the address of a device's own label, whoever has set
	// it, unless the device was in use before ifup.
	clearAddress struct{ Device string }
)

// The steps that change IPv6 addresses. That the address is there already, or
// is gone already, is no error.
type (
	address6 struct {
		Device    string
		Addr      netip.Addr
		PrefixLen int
	}
	dropAddress6 struct {
		Device    string
		Addr      netip.Addr
		PrefixLen int
	}
	// settle6 waits until the kernel has found that nobody else has the
	// address: Attempts times Interval at most.
	settle6 struct {
		Device   string
		Addr     netip.Addr
		Attempts int
		Interval time.Duration
	}
	// settleLink6 waits likewise until the device has an address of its link, from
	// which a DHCP client asks.
	settleLink6 struct {
		Device   string
		Attempts int
		Interval time.Duration
	}
	// sysctl writes a setting of IPv6; a kernel without it is no error.
	sysctl struct{ Device, Key, Value string }
)

// The steps that change routes, of the family of Dst. That the route is there
// already, or is gone already, is no error.
type (
	addRoute struct{ route }
	delRoute struct{ route }
)

// route is a route through a device or label. Without a gateway it leads to
// Dst directly.
type route struct {
	Dst     netip.Prefix
	Gateway netip.Addr
	Metric  uint32 // 0 is the kernel's own
	Device  string
}

func (s hardwareAddress) String() string { return "SIOCSIFHWADDR " + s.Device + " " + s.Addr }
func (s setMTU) String() string          { return "SIOCSIFMTU " + s.Device + " " + strconv.Itoa(s.Bytes) }
func (s setMTU6) String() string {
	return setMTU(s).String() + " (of IPv6 alone if the device has more)"
}
func (s setLinkUp) String() string      { return "SIOCSIFFLAGS " + s.Device + " up" }
func (s setLinkDown) String() string    { return "SIOCSIFFLAGS " + s.Device + " down" }
func (s clearAddress) String() string   { return "SIOCSIFADDR " + s.Device + " 0.0.0.0" }
func (s setDescription) String() string { return "write " + s.path() + " " + s.Text }
func (s addRoute) String() string       { return "SIOCADDRT " + s.route.String() }
func (s delRoute) String() string       { return "SIOCDELRT " + s.route.String() }
func (s sysctl) String() string         { return "write " + s.path() + " " + s.Value }

// String is a line for each request.
func (s address) String() string {
	var lines []string
	for _, r := range s.requests() {
		lines = append(lines, r.String())
	}
	return strings.Join(lines, "\n")
}

func (s dropAddress) String() string {
	if strings.Contains(s.Label, ":") {
		return "SIOCSIFFLAGS " + s.Label + " down"
	}
	return clearAddress{s.Label}.String()
}

func (s address6) String() string {
	return "SIOCSIFADDR " + s.Device + " " + netip.PrefixFrom(s.Addr, s.PrefixLen).String()
}

func (s dropAddress6) String() string {
	return "SIOCDIFADDR " + s.Device + " " + netip.PrefixFrom(s.Addr, s.PrefixLen).String()
}

func (s settle6) String() string {
	return "wait for " + s.Addr.String() + " on " + s.Device
}

func (s settleLink6) String() string {
	return "wait for a link-local address of " + s.Device
}

// String is "DST via GATEWAY metric N dev DEVICE".
func (r route) String() string {
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
