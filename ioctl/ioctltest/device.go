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
		return "", err
	}
	d := c.kernel.byIndex(index)
	if d == nil {
		return "", failure("SIOCGIFNAME", "", unix.ENODEV)
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
	if _, err := c.set("SIOCSIFMETRIC", name, metric); err != nil {
		return err
	}
	return failure("SIOCSIFMETRIC", name, unix.EOPNOTSUPP)
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
	d, err := c.set("SIOCSIFMTU", name, mtu)
	switch {
	case err != nil:
		return err
	case mtu < d.MinMTU || mtu < 0 || d.MaxMTU > 0 && mtu > d.MaxMTU:
		return failure("SIOCSIFMTU", name, unix.EINVAL)
	}
	d.MTU = mtu
	for mtu < minMTU && len(d.Addrs) > 0 {
		c.kernel.delInet(d, 0)
	}
	if mtu < minMTU6 {
		c.kernel.downInet6(d)
	}
	return nil
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
	d, err := c.set("SIOCSIFTXQLEN", name, packets)
	switch {
	case err != nil:
		return err
	case packets < 0:
		return failure("SIOCSIFTXQLEN", name, unix.EINVAL)
	}
	d.TxQueueLen = packets
	return nil
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
	d, err := c.set("SIOCSIFMAP", name, fmt.Sprintf("%+v", m))
	switch {
	case err != nil:
		return err
	case !d.SetsMap:
		return failure("SIOCSIFMAP", name, unix.EOPNOTSUPP)
	}
	d.Map = m
	return nil
}

// timer finds the interface that has the timers of a SLIP line.
func (c *Conn) timer(request, name string, change bool, args ...any) (*Interface, error) {
	d, err := c.ask(request, name, change, args...)
	if err == nil && !d.SLIP {
		return nil, failure(request, name, unix.EOPNOTSUPP)
	}
	return d, err
}

// Keepalive is ioctl's.
func (c *Conn) Keepalive(name string) (uint32, error) {
	d, err := c.timer("SIOCGKEEPALIVE", name, false)
	if err != nil {
		return 0, err
	}
	return d.Keepalive, nil
}

// SetKeepalive is ioctl's.
func (c *Conn) SetKeepalive(name string, seconds int32) error {
	d, err := c.timer("SIOCSKEEPALIVE", name, true, seconds)
	if err == nil {
		d.Keepalive = uint32(seconds)
	}
	return err
}

// Outfill is ioctl's.
func (c *Conn) Outfill(name string) (uint32, error) {
	d, err := c.timer("SIOCGOUTFILL", name, false)
	if err != nil {
		return 0, err
	}
	return d.Outfill, nil
}

// SetOutfill is ioctl's.
func (c *Conn) SetOutfill(name string, seconds int32) error {
	d, err := c.timer("SIOCSOUTFILL", name, true, seconds)
	if err == nil {
		d.Outfill = uint32(seconds)
	}
	return err
}

// Rename is ioctl's. The labels of addresses get the new name too.
func (c *Conn) Rename(name, to string) error {
	if len(to) >= unix.IFNAMSIZ {
		return failure("SIOCSIFNAME", name, unix.EINVAL)
	}
	d, err := c.set("SIOCSIFNAME", name, to)
	switch {
	case err != nil:
		return err
	case d.Name == to:
		return nil
	case !validName(to):
		return failure("SIOCSIFNAME", name, unix.EINVAL)
	case c.kernel.Interface(to) != nil:
		return failure("SIOCSIFNAME", name, unix.EEXIST)
	}
	d.Name = to
	d.relabel()
	return nil
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
