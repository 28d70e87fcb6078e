package ioctl

import (
	"encoding/binary"
	"strconv"
	"unsafe"

	"golang.org/x/sys/unix"
)

// request is struct ifreq: a name and a union. Its layout and size are those
// of unix.Ifreq on every architecture.
type request struct{ unix.Ifreq }

const (
	nameSize    = unix.IFNAMSIZ
	requestSize = int(unsafe.Sizeof(unix.Ifreq{}))
	unionSize   = requestSize - nameSize
)

// bytes is the request as the kernel sees it. unix.Ifreq has accessors for
// numbers and IPv4 addresses only, and can't be renamed once made.
func (r *request) bytes() *[requestSize]byte {
	return (*[requestSize]byte)(unsafe.Pointer(&r.Ifreq))
}

// union is what follows the name.
func (r *request) union() []byte { return r.bytes()[nameSize:] }

// set names the interface and clears the union: some sandboxed kernels answer
// by leaving it as it was.
func (r *request) set(name string) {
	b := r.bytes()
	clear(b[:])
	copy(b[:nameSize-1], name)
}

// checkName refuses what the kernel could only misread: it would cut a long
// name. An empty one is as good as any that isn't there: whether that or the
// want of rights is the error is the kernel's to say.
func checkName(name string) error {
	if len(name) >= nameSize {
		return unix.EINVAL
	}
	return nil
}

// prepare readies the buffer for a request on name.
//
//go:noinline
func (c *Conn) prepare(id requestID, name string) error {
	if err := checkName(name); err != nil {
		return failure(id.name, name, err)
	}
	c.req.set(name)
	return nil
}

// do carries the prepared request out.
func (c *Conn) do(id requestID, name string) error {
	for {
		err := unix.IoctlIfreq(c.fd(), id.code, &c.req.Ifreq)
		if err == nil {
			return nil
		}
		if err != unix.EINTR {
			return failure(id.name, name, err)
		}
	}
}

// get asks for the union that belongs to name. It is valid until the next
// request.
func (c *Conn) get(id requestID, name string) ([]byte, error) {
	if err := c.prepare(id, name); err != nil {
		return nil, err
	}
	if err := c.do(id, name); err != nil {
		return nil, err
	}
	return c.req.union(), nil
}

// getUint32 is get for a union that holds an int.
func (c *Conn) getUint32(id requestID, name string) (uint32, error) {
	u, err := c.get(id, name)
	if err != nil {
		return 0, err
	}
	return binary.NativeEndian.Uint32(u), nil
}

// setUint32 sends an int.
func (c *Conn) setUint32(id requestID, name string, v uint32) error {
	if err := c.prepare(id, name); err != nil {
		return err
	}
	binary.NativeEndian.PutUint32(c.req.union(), v)
	return c.do(id, name)
}

// call carries out a request whose argument is a struct of its own.
func (c *Conn) call(id requestID, name string, arg unsafe.Pointer) error {
	_, err := c.callCount(id, name, arg)
	return err
}

// callOn is call for a request that knows its interface by number.
func (c *Conn) callOn(id requestID, index int, arg unsafe.Pointer) error {
	if e, failed := c.call(id, "", arg).(*Error); failed {
		return c.failureOn(id, index, e.Err)
	}
	return nil
}

// failureOn is failure for such a request: who reads it wants the name.
func (c *Conn) failureOn(id requestID, index int, err error) error {
	if index == 0 {
		return failure(id.name, "", err)
	}
	name, unknown := c.Name(index)
	if unknown != nil {
		name = numberText(index)
	}
	return failure(id.name, name, err)
}

// numberText stands in errors for the name of an interface that has none.
func numberText(index int) string { return "#" + strconv.Itoa(index) }

// callCount is call for a request that answers by a number.
func (c *Conn) callCount(id requestID, name string, arg unsafe.Pointer) (int, error) {
	for {
		n, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(c.fd()), uintptr(id.code), uintptr(arg))
		if errno == 0 {
			return int(n), nil
		}
		if errno != unix.EINTR {
			return 0, failure(id.name, name, errno)
		}
	}
}
