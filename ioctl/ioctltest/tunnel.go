package ioctltest

import (
	"fmt"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// bases are the devices that the kinds of tunnels begin with, by the protocol of
// the outer header. They are there where the kernel has that kind.
var bases = [...]struct {
	name     string
	protocol uint8
	arphrd   uint16
}{
	{"tunl0", 4, unix.ARPHRD_TUNNEL},
	{"gre0", 47, unix.ARPHRD_IPGRE},
	{"sit0", 41, unix.ARPHRD_SIT},
}

// TunnelBase is the device that a kind of tunnels begins with: tunl0, gre0 or sit0.
// Another name is a tunnel of no kind.
func TunnelBase(name string) Interface {
	none := netip.IPv4Unspecified()
	i := Interface{Name: name, Flags: ioctl.FlagNoARP, MTU: 1480, Tunnel: &ioctl.Tunnel{Name: name, Fragment: true, Local: none, Remote: none}}
	for _, b := range bases {
		if b.name == name {
			i.HwAddr.Type = b.arphrd
			i.Tunnel.Protocol = b.protocol
		}
	}
	if name == bases[0].name {
		i.Tunnel.Protocol = 0 // that is what Linux answers
	}
	return i
}

// setTunnel is set for what only a tunnel takes.
func (c *Conn) setTunnel(request, name string, act func(*Interface) unix.Errno, args ...any) error {
	return c.set(request, name, func(d *Interface) unix.Errno {
		if d.Tunnel == nil {
			return unix.EOPNOTSUPP
		}
		return act(d)
	}, args...)
}

// baseProtocol is that of the kind which begins with a device.
func baseProtocol(name string) (protocol uint8, ok bool) {
	for _, b := range bases {
		if b.name == name {
			return b.protocol, true
		}
	}
	return 0, false
}

func isBase(name string) bool {
	_, ok := baseProtocol(name)
	return ok
}

// Tunnel is ioctl's. On a base device it answers for the tunnel of the same ends
// and key, or for the device itself.
func (c *Conn) Tunnel(device string, like ioctl.Tunnel) (ioctl.Tunnel, error) {
	d, err := c.ask("SIOCGETTUNNEL", device, false, tunnelText(like))
	switch {
	case err != nil:
		return ioctl.Tunnel{}, err
	case d.Tunnel == nil:
		return ioctl.Tunnel{}, failure("SIOCGETTUNNEL", device, unix.EOPNOTSUPP)
	}
	if found := c.kernel().sameTunnel(d, like); found != nil {
		d = found
	}
	return *d.Tunnel, nil
}

// sameTunnel is the tunnel of the base device's kind that has these ends and keys.
func (k *Kernel) sameTunnel(base *Interface, like ioctl.Tunnel) *Interface {
	protocol, ok := baseProtocol(base.Name)
	if !ok {
		return nil
	}
	for _, d := range k.interfaces {
		t := d.Tunnel
		if d != base && t != nil && t.Protocol == protocol && t.Local == like.Local && t.Remote == like.Remote && t.InKey == like.InKey {
			return d
		}
	}
	return nil
}

// AddTunnel is ioctl's.
func (c *Conn) AddTunnel(device string, t ioctl.Tunnel) error {
	return c.setTunnel("SIOCADDTUNNEL", device, func(base *Interface) unix.Errno {
		switch {
		case !isBase(device):
			return unix.EINVAL
		case c.kernel().sameTunnel(base, t) != nil || c.kernel().Interface(t.Name) != nil:
			return unix.EEXIST
		}
		c.kernel().Add(Interface{Name: t.Name, Flags: ioctl.FlagNoARP, MTU: 1480, HwAddr: base.HwAddr, Tunnel: &t})
		return 0
	}, tunnelText(t))
}

// ChangeTunnel is ioctl's.
func (c *Conn) ChangeTunnel(device string, t ioctl.Tunnel) error {
	return c.setTunnel("SIOCCHGTUNNEL", device, func(d *Interface) unix.Errno {
		t.Name = d.Name
		d.Tunnel = &t
		return 0
	}, tunnelText(t))
}

// DelTunnel is ioctl's.
func (c *Conn) DelTunnel(device string, t ioctl.Tunnel) error {
	return c.setTunnel("SIOCDELTUNNEL", device, func(d *Interface) unix.Errno {
		if found := c.kernel().sameTunnel(d, t); found != nil {
			d = found
		}
		if isBase(d.Name) {
			return unix.EPERM
		}
		c.kernel().Remove(d.Name)
		return 0
	})
}

// tunnelText is what the log has of a request.
func tunnelText(t ioctl.Tunnel) string { return fmt.Sprintf("%+v", t) }
