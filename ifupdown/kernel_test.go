package ifupdown

import (
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// kernel keeps links, addresses and routes as far as the commands change them.
// Its calls are entries of the world's log.
type kernel struct {
	*world
	up           map[string]bool // by device; one that isn't here doesn't exist
	addrs, masks map[string]netip.Addr
	addrs6       map[string]bool
	routes       map[string]bool
	devices
	noNetlink bool // only ioctls tell addresses
	busy      bool // hardware addresses can't be set while the device is up
}

// state is what is configured, a line each.
func (k *kernel) state() string {
	var lines []string
	for d, up := range k.up {
		if up {
			lines = append(lines, d+" up")
		}
	}
	for label, a := range k.addrs {
		lines = append(lines, fmt.Sprint(label, " ", a, " ", k.masks[label]))
	}
	lines = slices.AppendSeq(lines, maps.Keys(k.addrs6))
	lines = slices.AppendSeq(lines, maps.Keys(k.routes))
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// there is ENODEV for a device that doesn't exist.
func (k *kernel) there(name string) error {
	device, _, _ := strings.Cut(name, ":")
	if _, ok := k.up[device]; !ok {
		return &ioctl.Error{Request: "SIOCGIFINDEX", Name: name, Err: unix.ENODEV}
	}
	return nil
}

// Index is 7 for all, but for what bridges have to tell apart.
func (k *kernel) Index(name string) (int, error) {
	if k.bridges != nil || k.vlans != nil {
		return k.number(name), k.there(name)
	}
	return 7, k.there(name)
}

func (k *kernel) Flags(name string) (ioctl.Flags, error) {
	flags := ioctl.FlagBroadcast
	if k.up[name] {
		flags |= ioctl.FlagUp
	}
	return flags, k.there(name)
}

func (k *kernel) SetFlags(name string, flags ioctl.Flags) error {
	if err := k.do("SetFlags %s %#x", name, uint16(flags)); err != nil {
		return err
	}
	up := flags&ioctl.FlagUp != 0
	if strings.Contains(name, ":") {
		if _, ok := k.addrs[name]; !ok {
			return &ioctl.Error{Request: "SIOCSIFFLAGS", Name: name, Err: unix.EADDRNOTAVAIL}
		}
		delete(k.addrs, name)
		delete(k.masks, name)
		return nil
	}
	k.up[name] = up
	return k.there(name)
}

func (k *kernel) MTU(name string) (int32, error) { return 1500, k.there(name) }

func (k *kernel) SetMTU(name string, mtu int32) error { return k.do("SetMTU %s %d", name, mtu) }

func (k *kernel) HardwareAddr(name string) (ioctl.HardwareAddr, error) {
	return ioctl.HardwareAddr{Type: unix.ARPHRD_ETHER, Data: [14]byte{2, 0, 0, 0, 0, 9}}, k.there(name)
}

func (k *kernel) SetHardwareAddr(name string, a ioctl.HardwareAddr) error {
	err := k.do("SetHardwareAddr %s %x", name, a.Data[:6])
	if err == nil && k.busy && k.up[name] {
		return &ioctl.Error{Request: "SIOCSIFHWADDR", Name: name, Err: unix.EBUSY}
	}
	return err
}

func (k *kernel) Rename(name, to string) error {
	k.up[to] = k.up[name]
	delete(k.up, name)
	if v, ok := k.vlans[name]; ok {
		k.vlans[to] = v
		delete(k.vlans, name)
	}
	return k.do("Rename %s %s", name, to)
}

func (k *kernel) Addr(name string) (netip.Addr, error) {
	if err := k.there(name); err != nil {
		return netip.Addr{}, err
	}
	if a, ok := k.addrs[name]; ok {
		return a, nil
	}
	return netip.Addr{}, &ioctl.Error{Request: "SIOCGIFADDR", Name: name, Err: unix.EADDRNOTAVAIL}
}

func (k *kernel) InetAddrs() (list []ioctl.InetAddr, err error) {
	if k.noNetlink {
		return nil, &ioctl.Error{Request: "RTM_GETADDR", Err: unix.EPERM}
	}
	for _, label := range slices.Sorted(maps.Keys(k.addrs)) {
		list = append(list, ioctl.InetAddr{Label: label, Addr: k.addrs[label], PrefixLen: uint8(bits(k.masks[label]))})
	}
	return list, nil
}

func (k *kernel) Interfaces() (list []ioctl.InterfaceAddr, err error) {
	for _, label := range slices.Sorted(maps.Keys(k.addrs)) {
		list = append(list, ioctl.InterfaceAddr{Name: label, Addr: k.addrs[label]})
	}
	return list, nil
}

func (k *kernel) InetBeside(_ ioctl.AddrKind, name string, _ netip.Addr) (netip.Addr, error) {
	return k.masks[name], nil
}

func (k *kernel) SetAddr(name string, a netip.Addr) error {
	if err := k.do("SetAddr %s %s", name, a); err != nil {
		return err
	}
	k.addrs[name], k.masks[name] = a, classMask(a)
	if a.IsUnspecified() {
		delete(k.addrs, name)
		delete(k.masks, name)
	}
	return k.there(name)
}

func (k *kernel) SetNetmask(name string, mask netip.Addr) error {
	k.masks[name] = mask
	return k.do("SetNetmask %s %s", name, mask)
}

func (k *kernel) SetBroadcast(name string, a netip.Addr) error {
	return k.do("SetBroadcast %s %s", name, a)
}

func (k *kernel) SetDstAddr(name string, a netip.Addr) error {
	return k.do("SetDstAddr %s %s", name, a)
}

func (k *kernel) AddRoute(r ioctl.Route) error {
	text := fmt.Sprintf("route %s/%s via %s metric %d dev %s", r.Dst, r.Genmask, r.Gateway, r.Metric, r.Device)
	return k.add(k.routes, text)
}

func (k *kernel) DelRoute(r ioctl.Route) error {
	text := fmt.Sprintf("route %s/%s via %s metric %d dev %s", r.Dst, r.Genmask, r.Gateway, r.Metric, r.Device)
	return k.remove(k.routes, text, unix.ESRCH)
}

func (k *kernel) AddRoute6(r ioctl.Route6) error {
	return k.add(k.routes, fmt.Sprintf("route %s/%d via %s metric %d dev %d", r.Dst, r.PrefixLen, r.Gateway, r.Metric, r.Index))
}

func (k *kernel) DelRoute6(r ioctl.Route6) error {
	text := fmt.Sprintf("route %s/%d via %s metric %d dev %d", r.Dst, r.PrefixLen, r.Gateway, r.Metric, r.Index)
	return k.remove(k.routes, text, unix.ESRCH)
}

func (k *kernel) AddAddr6(index int, a netip.Addr, bits uint32) error {
	return k.add(k.addrs6, fmt.Sprintf("address %s/%d dev %d", a, bits, index))
}

func (k *kernel) DelAddr6(index int, a netip.Addr, bits uint32) error {
	return k.remove(k.addrs6, fmt.Sprintf("address %s/%d dev %d", a, bits, index), unix.EADDRNOTAVAIL)
}

func (k *kernel) add(set map[string]bool, text string) error {
	if err := k.do("add %s", text); err != nil {
		return err
	}
	if set[text] {
		return &ioctl.Error{Request: "add", Err: unix.EEXIST}
	}
	set[text] = true
	return nil
}

func (k *kernel) remove(set map[string]bool, text string, missing unix.Errno) error {
	if err := k.do("remove %s", text); err != nil {
		return err
	}
	if !set[text] {
		return &ioctl.Error{Request: "remove", Err: missing}
	}
	delete(set, text)
	return nil
}

func (k *kernel) Close() error { return nil }
