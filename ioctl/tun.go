package ioctl

import (
	"encoding/binary"

	"golang.org/x/sys/unix"
)

// TunFlags say what kind of device a Tun is, IFF_ of <linux/if_tun.h>.
type TunFlags uint16

// The bits of TunFlags that make a device.
const (
	TunIP           TunFlags = unix.IFF_TUN   // packets of IP
	TunEthernet     TunFlags = unix.IFF_TAP   // frames of Ethernet: a tap
	TunNoPacketInfo TunFlags = unix.IFF_NO_PI // nothing stands before them
)

// TunPath is where the tun driver is found (tun(4) of other systems,
// Documentation/networking/tuntap.rst of the kernel).
const TunPath = "/dev/net/tun"

// Tun is an open descriptor of the tun driver. OpenTun makes one; on the zero Tun,
// and after Close, everything fails with EBADF.
type Tun struct{ conn Conn }

// OpenTun opens the driver, TunPath unless a machine has it elsewhere. The
// error is an *Error with the request "open" and the path as its name.
func OpenTun(path string) (*Tun, error) {
	for {
		fd, err := unix.Open(path, unix.O_RDWR|unix.O_CLOEXEC, 0)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return nil, failure("open", path, err)
		}
		return &Tun{numbered(fd, true)}, nil
	}
}

// Close closes the descriptor; a device that isn't persistent goes with it.
func (t *Tun) Close() error { return t.conn.Close() }

// Attach ties the descriptor to the device of that name, which is made unless
// it is there, and returns its name: "" and names with %d are numbered
// (TUNSETIFF). EINVAL: another kind of device has the name; EBUSY: another
// process holds it; EPERM: neither privileged nor the owner.
func (t *Tun) Attach(name string, flags TunFlags) (string, error) {
	c := &t.conn
	if err := c.prepare(idTunAttach, name); err != nil {
		return "", err
	}
	binary.NativeEndian.PutUint16(c.req.union(), uint16(flags))
	if err := c.do(idTunAttach, name); err != nil {
		return "", err
	}
	return cString(c.req.bytes()[:nameSize]), nil
}

// SetPersistent makes the device stay when no descriptor is tied to it, or go
// then (TUNSETPERSIST).
func (t *Tun) SetPersistent(stay bool) error {
	var v uintptr
	if stay {
		v = 1
	}
	return t.setNumber(idTunPersist, v)
}

// SetOwner lets a user attach to the device who isn't privileged
// (TUNSETOWNER).
func (t *Tun) SetOwner(uid uint32) error { return t.setNumber(idTunOwner, uintptr(uid)) }

// SetGroup is SetOwner for the members of a group (TUNSETGROUP).
func (t *Tun) SetGroup(gid uint32) error { return t.setNumber(idTunGroup, uintptr(gid)) }

// setNumber sends a number in place of the pointer.
func (t *Tun) setNumber(id requestID, v uintptr) error {
	for {
		err := unix.IoctlSetInt(t.conn.fd(), id.code, int(v))
		if err == nil {
			return nil
		}
		if err != unix.EINTR {
			return failure(id.name, "", err)
		}
	}
}
