package ioctltest

import (
	"fmt"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Index is ioctl's.
func (c *Conn) Index(name string) (int, error) {
	d, err := c.get("SIOCGIFINDEX", name)
	if err != nil {
		return 0, err
	}
	return d.Index, nil
}

// Name is ioctl's.
func (c *Conn) Name(index int) (string, error) {
	if err := c.begin("SIOCGIFNAME", "", false, fmt.Sprint("#", index)); err != nil {
		return "", c.naming(index, err)
	}
	d := c.kernel().byIndex(index)
	if d == nil {
		return "", c.naming(index, failure("SIOCGIFNAME", "", unix.ENODEV))
	}
	return d.Name, nil
}

// Metric is ioctl's.
func (c *Conn) Metric(name string) (int32, error) {
	_, err := c.get("SIOCGIFMETRIC", name)
	return 0, err
}

// SetMetric is ioctl's.
func (c *Conn) SetMetric(name string, metric int32) error {
	return c.set("SIOCSIFMETRIC", name, func(*Interface) unix.Errno { return unix.EOPNOTSUPP }, metric)
}

// MTU is ioctl's.
func (c *Conn) MTU(name string) (int32, error) {
	d, err := c.get("SIOCGIFMTU", name)
	if err != nil {
		return 0, err
	}
	return d.MTU, nil
}

// SetMTU is ioctl's. An interface whose MTU falls below 1280 loses IPv6, and
// below 68 IPv4 too.
func (c *Conn) SetMTU(name string, mtu int32) error {
	return c.set("SIOCSIFMTU", name, func(d *Interface) unix.Errno { return c.kernel().setMTU(d, mtu) }, mtu)
}

func (k *Kernel) setMTU(d *Interface, mtu int32) unix.Errno {
	if mtu < d.MinMTU || mtu < 0 || d.MaxMTU > 0 && mtu > d.MaxMTU {
		return unix.EINVAL
	}
	d.MTU = mtu
	for mtu < minMTU && len(d.Addrs) > 0 {
		k.delInet(d, 0)
	}
	if mtu < minMTU6 {
		k.downInet6(d)
	}
	return 0
}

// TxQueueLen is ioctl's.
func (c *Conn) TxQueueLen(name string) (int32, error) {
	d, err := c.get("SIOCGIFTXQLEN", name)
	if err != nil {
		return 0, err
	}
	return d.TxQueueLen, nil
}

// SetTxQueueLen is ioctl's.
func (c *Conn) SetTxQueueLen(name string, packets int32) error {
	return c.set("SIOCSIFTXQLEN", name, func(d *Interface) unix.Errno {
		if packets < 0 {
			return unix.EINVAL
		}
		d.TxQueueLen = packets
		return 0
	}, packets)
}

// Map is ioctl's.
func (c *Conn) Map(name string) (ioctl.Map, error) {
	d, err := c.get("SIOCGIFMAP", name)
	if err != nil {
		return ioctl.Map{}, err
	}
	return d.Map, nil
}

// SetMap is ioctl's.
func (c *Conn) SetMap(name string, m ioctl.Map) error {
	return c.set("SIOCSIFMAP", name, func(d *Interface) unix.Errno {
		if !d.SetsMap {
			return unix.EOPNOTSUPP
		}
		d.Map = m
		return 0
	}, fmt.Sprintf("%+v", m))
}

func keepalive(d *Interface) *uint32 { return &d.Keepalive }
func outfill(d *Interface) *uint32   { return &d.Outfill }

// timer reads a timer, which SLIP lines alone have.
func (c *Conn) timer(request, name string, of func(*Interface) *uint32) (uint32, error) {
	d, err := c.get(request, name)
	switch {
	case err != nil:
		return 0, err
	case !d.SLIP:
		return 0, failure(request, name, unix.EOPNOTSUPP)
	}
	return *of(d), nil
}

func (c *Conn) setTimer(request, name string, of func(*Interface) *uint32, seconds int32) error {
	return c.set(request, name, func(d *Interface) unix.Errno {
		if !d.SLIP {
			return unix.EOPNOTSUPP
		}
		*of(d) = uint32(seconds)
		return 0
	}, seconds)
}

// Keepalive is ioctl's.
func (c *Conn) Keepalive(name string) (uint32, error) {
	return c.timer("SIOCGKEEPALIVE", name, keepalive)
}

// SetKeepalive is ioctl's.
func (c *Conn) SetKeepalive(name string, seconds int32) error {
	return c.setTimer("SIOCSKEEPALIVE", name, keepalive, seconds)
}

// Outfill is ioctl's.
func (c *Conn) Outfill(name string) (uint32, error) { return c.timer("SIOCGOUTFILL", name, outfill) }

// SetOutfill is ioctl's.
func (c *Conn) SetOutfill(name string, seconds int32) error {
	return c.setTimer("SIOCSOUTFILL", name, outfill, seconds)
}

// Driver is ioctl's.
func (c *Conn) Driver(name string) (ioctl.Driver, error) {
	d, err := c.get("SIOCETHTOOL", name)
	switch {
	case err != nil:
		return ioctl.Driver{}, err
	case d.Driver == nil:
		return ioctl.Driver{}, failure("SIOCETHTOOL", name, unix.EOPNOTSUPP)
	}
	return *d.Driver, nil
}

// Rename is ioctl's. The labels of addresses get the new name too.
func (c *Conn) Rename(name, to string) error {
	if len(to) >= unix.IFNAMSIZ {
		return failure("SIOCSIFNAME", name, unix.EINVAL)
	}
	return c.set("SIOCSIFNAME", name, func(d *Interface) unix.Errno { return c.kernel().rename(d, to) }, to)
}

func (k *Kernel) rename(d *Interface, to string) unix.Errno {
	switch {
	case d.Name == to:
		return 0
	case !validName(to):
		return unix.EINVAL
	case k.Interface(to) != nil:
		return unix.EEXIST
	}
	d.Name = to
	d.relabel()
	return 0
}

// validName is what the kernel takes for one.
func validName(name string) bool {
	return name != "" && name != "." && name != ".." && !strings.ContainsAny(name, "/: \t\n\v\f\r")
}

// relabel gives the labels the interface's new name: the first address has
// it alone, a later one keeps what is behind its colon, or gets its number.
func (d *Interface) relabel() {
	for i := range d.Addrs {
		_, alias, found := strings.Cut(d.Addrs[i].Label, ":")
		switch {
		case i == 0:
			d.Addrs[i].Label = d.Name
			continue
		case !found:
			alias = fmt.Sprint(i + 1)
		}
		room := unix.IFNAMSIZ - 1 - len(":"+alias)
		d.Addrs[i].Label = d.Name[:min(len(d.Name), room)] + ":" + alias
	}
}
