package ifupdown

import (
	"net/netip"
	"strconv"
	"strings"

	"classicnet/ioctl"
)

// furtherLabel is the label of the nth address that would have the same one.
func furtherLabel(label string, n int) string {
	if n == 1 {
		return label
	}
	if device, alias, found := strings.Cut(label, ":"); !found {
		return device + ":s" + strconv.Itoa(n)
	} else if base, old, found := cutNumber(alias); found {
		return device + ":" + base + "s" + strconv.Itoa(old+n-1)
	}
	return label + "s" + strconv.Itoa(n)
}

// cutNumber parts "sN" or "0sN" behind the s.
func cutNumber(alias string) (base string, n int, ok bool) {
	i := strings.LastIndexByte(alias, 's')
	if i < 0 {
		return "", 0, false
	}
	n, ok = parseNumber(alias[i+1:], 1<<20)
	return alias[:i], n, ok
}

// hasAddress tells whether the interface has the address with its netmask, under
// whatever label.
func (c *command) hasAddress(k Kernel, s address) (bool, error) {
	labels, err := c.labels(k, s.Label, s.Addr, s.Mask)
	return len(labels) > 0, err
}

// labels returns the labels under which the device of a label has an address.
func (c *command) labels(k Kernel, label string, addr, mask netip.Addr) (list []string, err error) {
	all, err := inetAddrs(k)
	for _, a := range all {
		if sameDevice(a.Label, label) && a.Addr == addr && int(a.PrefixLen) == bits(mask) {
			list = append(list, a.Label)
		}
	}
	return list, err
}

func sameDevice(label, other string) bool {
	device, _, _ := strings.Cut(label, ":")
	otherDevice, _, _ := strings.Cut(other, ":")
	return device == otherDevice
}

// inetAddrs lists all IPv4 addresses, by ioctls where the kernel's own list is
// refused.
func inetAddrs(k Kernel) ([]ioctl.InetAddr, error) {
	if list, err := k.InetAddrs(); err == nil {
		return list, nil
	}
	entries, err := k.Interfaces()
	var list []ioctl.InetAddr
	for _, e := range entries {
		mask, failed := k.InetBeside(ioctl.AddrNetmask, e.Name, e.Addr)
		if failed == nil && mask.Is4() {
			list = append(list, ioctl.InetAddr{Label: e.Name, Addr: e.Addr, PrefixLen: uint8(bits(mask))})
		}
	}
	return list, err
}
