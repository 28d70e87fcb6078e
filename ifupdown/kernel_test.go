package ifupdown

import (
	"fmt"
	"io"
	"iter"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/netflag"
	"classicnet/procnet"
)

// newKernel has these interfaces, which are down; their numbers are 7, 8 ...
func newKernel(names ...string) *ioctltest.Kernel {
	k := ioctltest.New()
	for i, name := range names {
		d := ioctltest.Loopback()
		if name != "lo" {
			d = card(name)
		}
		d.Index = 7 + i
		k.Add(d)
	}
	return k
}

func card(name string) ioctltest.Interface {
	return ioctltest.Ethernet(name, [6]byte{2, 0, 0, 0, 0, 9})
}

// setUp brings interfaces up, or down, without a word.
func (w *world) setUp(up bool, names ...string) {
	c, _ := w.kernel.Dial(unix.AF_INET)
	for _, name := range names {
		flags, _ := c.Flags(name)
		if flags &^= ioctl.FlagUp; up {
			flags |= ioctl.FlagUp
		}
		_ = c.SetFlags(name, flags)
	}
	w.kernel.Forget()
}

func (w *world) isUp(name string) bool {
	d := w.kernel.Interface(name)
	return d != nil && d.Flags&ioctl.FlagUp != 0
}

// state is what is configured, a line each, without the addresses of lo and the
// routes that the kernel makes by itself.
func (w *world) state() string {
	var lines []string
	for _, d := range w.kernel.Interfaces() {
		if w.isUp(d.Name) {
			lines = append(lines, d.Name+" up")
		}
		if d.Name == "lo" {
			continue
		}
		for _, a := range d.Addrs {
			lines = append(lines, fmt.Sprint(a.Label, " ", a.Local, " ", a.Mask))
		}
		for _, a := range d.Addrs6 {
			lines = append(lines, fmt.Sprintf("address %s/%d dev %s", a.Addr, a.PrefixLen, d.Name))
		}
	}
	for r := range rows(w, "/proc/net/route", procnet.Routes) {
		if r.Flags&(netflag.RouteGateway|netflag.RouteHost) != 0 {
			lines = append(lines, fmt.Sprintf("route %s/%s via %s metric %d dev %s", r.Destination, r.Mask, r.Gateway, r.Metric, r.Iface))
		}
	}
	for r := range rows(w, "/proc/net/ipv6_route", procnet.Routes6) {
		if r.Flags&netflag.RouteGateway != 0 {
			lines = append(lines, fmt.Sprintf("route %s/%d via %s metric %d dev %s", r.Destination, r.PrefixLen, r.NextHop, r.Metric, r.Iface))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func rows[R any](w *world, path string, read func(io.Reader) iter.Seq2[R, error]) iter.Seq2[R, error] {
	f, err := w.kernel.Open(path)
	if err != nil {
		panic(err)
	}
	return read(f)
}

// give gives labels their addresses, under the masks of their classes.
func (w *world) give(addrs map[string]string) {
	c, _ := w.kernel.Dial(unix.AF_INET)
	for label, a := range addrs {
		if err := c.SetAddr(label, netip.MustParseAddr(a)); err != nil {
			panic(err)
		}
	}
	w.kernel.Forget()
}

// bridge makes a bridge of these ports, in place of the interface of that name.
func (w *world) bridge(name string, ports ...string) {
	w.kernel.Remove(name)
	w.kernel.Add(ioctltest.Bridged(name, ports...))
}

// ports are those of a bridge.
func (w *world) ports(name string) []string {
	return slices.DeleteFunc(slices.Clone(w.kernel.Interface(name).Bridge.Ports), func(p string) bool { return p == "" })
}

// vlan makes a VLAN.
func (w *world) vlan(name, parent string, id int) {
	w.kernel.Remove(name)
	d := card(name)
	d.VLAN = &ioctltest.VLAN{Parent: parent, ID: id}
	w.kernel.Add(d)
}
