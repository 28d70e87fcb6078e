package ioctltest

import (
	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// TunDevice is what makes an interface one of the tun driver.
type TunDevice struct {
	Flags      ioctl.TunFlags // what kind of device it is
	Persistent bool           // it stays without a descriptor
	Owner      int64          // -1: nobody
	Group      int64          // -1: none

	held bool // a descriptor is tied to it
}

// Tun is a descriptor of the tun driver. It has the methods of *ioctl.Tun. OpenTun
// makes one; on the zero Tun every request fails with EBADF.
type Tun struct {
	machine *Kernel
	device  *Interface
	closed  bool
}

// kernel is as that of Conn.
func (t *Tun) kernel() *Kernel {
	if t.machine == nil {
		t.machine, t.closed = new(Kernel), true
	}
	return t.machine
}

// OpenTun opens the driver as ioctl.OpenTun does. ENOENT: it isn't at that path.
func (k *Kernel) OpenTun(path string) (*Tun, error) {
	if err := k.note("open", path, path); err != nil {
		return nil, err
	}
	if path != ioctl.TunPath {
		return nil, failure("open", path, unix.ENOENT)
	}
	return &Tun{machine: k}, nil
}

// Close closes the descriptor.
func (t *Tun) Close() error {
	err := t.kernel().note("close", "")
	if t.closed {
		return err
	}
	t.closed = true
	if d := t.device; d != nil {
		d.Tun.held = false
		if !d.Tun.Persistent {
			t.kernel().Remove(d.Name)
		}
	}
	return err
}

// kindOfTun are the flags that tell devices apart.
const kindOfTun = ioctl.TunIP | ioctl.TunEthernet

// Attach is ioctl's.
func (t *Tun) Attach(name string, flags ioctl.TunFlags) (string, error) {
	const request = "TUNSETIFF"
	if len(name) >= unix.IFNAMSIZ {
		return "", failure(request, name, unix.EINVAL)
	}
	if err := t.kernel().noteChange(request, name, shown(name, []any{uint16(flags)})...); err != nil {
		return "", err
	}
	kind := flags & kindOfTun
	if name == "" {
		name = "tun%d"
		if kind == ioctl.TunEthernet {
			name = "tap%d"
		}
	}
	name = t.kernel().numbered(name)
	d := t.kernel().Interface(name)
	switch {
	case t.closed:
		return "", failure(request, name, unix.EBADF)
	case t.device != nil, kind != ioctl.TunIP && kind != ioctl.TunEthernet, !validName(name), d != nil && (d.Tun == nil || d.Tun.Flags&kindOfTun != kind):
		return "", failure(request, name, unix.EINVAL)
	case t.kernel().Unprivileged:
		return "", failure(request, name, unix.EPERM)
	case d != nil && d.Tun.held:
		return "", failure(request, name, unix.EBUSY)
	case d == nil:
		made := Ethernet(name, [6]byte{2})
		made.Tun = &TunDevice{Owner: -1, Group: -1}
		d = t.kernel().Add(made)
	}
	d.Tun.Flags, d.Tun.held, t.device = flags, true, d
	return name, nil
}

// SetPersistent is ioctl's.
func (t *Tun) SetPersistent(stay bool) error {
	return t.set("TUNSETPERSIST", stay, func(d *TunDevice) { d.Persistent = stay })
}

// SetOwner is ioctl's.
func (t *Tun) SetOwner(uid uint32) error {
	return t.set("TUNSETOWNER", uid, func(d *TunDevice) { d.Owner = int64(uid) })
}

// SetGroup is ioctl's.
func (t *Tun) SetGroup(gid uint32) error {
	return t.set("TUNSETGROUP", gid, func(d *TunDevice) { d.Group = int64(gid) })
}

func (t *Tun) set(request string, value any, change func(*TunDevice)) error {
	err := t.kernel().noteChange(request, "", value)
	switch {
	case err != nil:
		return err
	case t.closed:
		return failure(request, "", unix.EBADF)
	case t.device == nil:
		return failure(request, "", unix.EBADFD)
	case t.kernel().accepts():
		return nil
	}
	change(t.device.Tun)
	return nil
}
