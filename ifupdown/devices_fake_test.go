package ifupdown

import (
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// devices are the bridges and VLANs of the kernel in memory; bonds are files of
// the world.
type devices struct {
	order   []string            // of all interfaces; their numbers are 101, 102 ...
	bridges map[string][]string // ports
	vlans   map[string]fakeVLAN
	without string            // a module that the kernel hasn't
	states  []ioctl.PortState // of ports, one an answer; then forwarding
}

type fakeVLAN struct {
	parent string
	id     int
}

const firstNumber = 101

func (k *kernel) number(name string) int {
	if i := slices.Index(k.order, name); i >= 0 {
		return firstNumber + i
	}
	k.order = append(k.order, name)
	return firstNumber + len(k.order) - 1
}

func (k *kernel) Name(index int) (string, error) {
	if i := index - firstNumber; i >= 0 && i < len(k.order) && k.there(k.order[i]) == nil {
		return k.order[i], nil
	}
	return "", &ioctl.Error{Request: "SIOCGIFNAME", Err: unix.ENODEV}
}

func (k *kernel) AddBridge(name string) error {
	if err := k.do("AddBridge %s", name); err != nil {
		return err
	}
	switch {
	case k.without == "bridge":
		return &ioctl.Error{Request: "SIOCBRADDBR", Name: name, Err: unix.ENOPKG}
	case k.there(name) == nil:
		return &ioctl.Error{Request: "SIOCBRADDBR", Name: name, Err: unix.EEXIST}
	}
	k.up[name] = false
	if k.bridges == nil {
		k.bridges = map[string][]string{}
	}
	k.bridges[name] = nil
	return nil
}

func (k *kernel) DelBridge(name string) error {
	if err := k.do("DelBridge %s", name); err != nil {
		return err
	}
	if _, ok := k.bridges[name]; !ok || k.up[name] {
		return &ioctl.Error{Request: "SIOCBRDELBR", Name: name, Err: unix.EBUSY}
	}
	delete(k.bridges, name)
	k.vanish(name)
	return nil
}

func (k *kernel) vanish(name string) {
	delete(k.up, name)
	delete(k.addrs, name)
	delete(k.masks, name)
	delete(k.vlans, name)
	for b, ports := range k.bridges {
		k.bridges[b] = slices.DeleteFunc(ports, func(p string) bool { return p == name })
	}
	for child, v := range k.vlans {
		if v.parent == name {
			k.vanish(child)
		}
	}
}

func (k *kernel) bridge(name string) error {
	if _, ok := k.bridges[name]; !ok {
		if err := k.there(name); err != nil {
			return err
		}
		return &ioctl.Error{Request: "SIOCDEVPRIVATE", Name: name, Err: unix.EOPNOTSUPP}
	}
	return nil
}

func (k *kernel) AddBridgePort(bridge string, index int) error {
	name, _ := k.Name(index)
	if err := k.do("AddBridgePort %s %s", bridge, name); err != nil {
		return err
	}
	for _, ports := range k.bridges {
		if slices.Contains(ports, name) {
			return &ioctl.Error{Request: "SIOCBRADDIF", Name: bridge, Err: unix.EBUSY}
		}
	}
	if k.bridge(name) == nil {
		return &ioctl.Error{Request: "SIOCBRADDIF", Name: bridge, Err: unix.ELOOP}
	}
	k.bridges[bridge] = append(k.bridges[bridge], name)
	return nil
}

func (k *kernel) DelBridgePort(bridge string, index int) error {
	name, _ := k.Name(index)
	k.bridges[bridge] = slices.DeleteFunc(k.bridges[bridge], func(p string) bool { return p == name })
	return k.do("DelBridgePort %s %s", bridge, name)
}

func (k *kernel) BridgeInfo(name string) (ioctl.BridgeInfo, error) {
	return ioctl.BridgeInfo{BridgeForwardDelay: 1500}, k.bridge(name)
}

func (k *kernel) BridgePorts(name string) (list []int, err error) {
	list = append(list, 0)
	for _, p := range k.bridges[name] {
		list = append(list, k.number(p))
	}
	return list, k.bridge(name)
}

func (k *kernel) BridgePort(name string, _ int) (p ioctl.BridgePort, err error) {
	p.State = ioctl.PortForwarding
	if len(k.states) > 0 {
		p.State, k.states = k.states[0], k.states[1:]
	}
	return p, k.bridge(name)
}

func (k *kernel) SetBridge(name string, s ioctl.BridgeSetting, v uint64) error {
	return k.do("SetBridge %s %d %d", name, s, v)
}

func (k *kernel) SetBridgePort(name string, s ioctl.BridgeSetting, port int, v uint64) error {
	return k.do("SetBridgePort %s %d %d %d", name, s, port, v)
}

// AddVLAN names a VLAN as kernels do until they are told otherwise.
func (k *kernel) AddVLAN(device string, id uint32) error {
	if err := k.do("AddVLAN %s %d", device, id); err != nil {
		return err
	}
	if k.without == "8021q" {
		return &ioctl.Error{Request: "SIOCSIFVLAN", Name: device, Err: unix.ENOPKG}
	}
	name := device + "." + itoa(int(id))
	name = name[:min(len(name), maxLabel)]
	v := fakeVLAN{device, int(id)}
	for _, other := range k.vlans {
		if other == v {
			return &ioctl.Error{Request: "SIOCSIFVLAN", Name: device, Err: unix.EEXIST}
		}
	}
	if k.there(name) == nil {
		return &ioctl.Error{Request: "SIOCSIFVLAN", Name: device, Err: unix.EEXIST}
	}
	if k.vlans == nil {
		k.vlans = map[string]fakeVLAN{}
	}
	k.vlans[name], k.up[name] = v, false
	return nil
}

func (k *kernel) DelVLAN(name string) error {
	if err := k.do("DelVLAN %s", name); err != nil {
		return err
	}
	if _, err := k.VLANID(name); err != nil {
		return err
	}
	k.vanish(name)
	return nil
}

func (k *kernel) vlan(name string) (fakeVLAN, error) {
	v, ok := k.vlans[name]
	if !ok {
		return v, &ioctl.Error{Request: "SIOCGIFVLAN", Name: name, Err: unix.EINVAL}
	}
	return v, nil
}

func (k *kernel) VLANParent(name string) (string, error) {
	v, err := k.vlan(name)
	return v.parent, err
}

func (k *kernel) VLANID(name string) (int, error) {
	v, err := k.vlan(name)
	return v.id, err
}

func (k *kernel) BondEnslave(bond, slave string) error {
	return k.do("BondEnslave %s %s", bond, slave)
}

func (k *kernel) BondRelease(bond, slave string) error {
	return k.do("BondRelease %s %s", bond, slave)
}

const masters = "/sys/class/net/bonding_masters"

// attribute writes to a file of /sys that is there, as the kernel's bonding
// module takes it.
func (w *world) attribute(path, text string) error {
	if _, ok := w.files[path]; !ok && strings.HasPrefix(path, "/sys/") {
		return &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	if err := w.do("write %s %s", path, strings.TrimSuffix(text, "\n")); err != nil {
		return err
	}
	word := strings.TrimSpace(text)
	device, file, _ := strings.Cut(strings.TrimPrefix(path, "/sys/class/net/"), "/")
	switch {
	case path == masters:
		w.bond(word[1:], word[0] == '+')
	case file == bondSlaves:
		w.slave(device, word[1:], word[0] == '+')
	case strings.HasPrefix(path, "/sys/"):
		w.files[path] = text
	}
	return nil
}

var bondFiles = []string{"slaves", "mode", "miimon", "primary", "arp_ip_target", "lacp_rate", "active_slave", "updelay"}

func (w *world) bond(name string, make bool) {
	for _, file := range bondFiles {
		path := "/sys/class/net/" + name + "/bonding/" + file
		if delete(w.files, path); make {
			w.files[path] = "\n"
		}
	}
	if make {
		w.kernel.up[name] = false
	} else {
		w.kernel.vanish(name)
	}
}

func (w *world) slave(bond, name string, add bool) {
	path := "/sys/class/net/" + bond + "/" + bondSlaves
	list := slices.DeleteFunc(strings.Fields(w.files[path]), func(s string) bool { return s == name })
	if add {
		list = append(list, name)
	}
	w.files[path] = strings.Join(list, " ") + "\n"
}
