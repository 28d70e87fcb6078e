// Package ioctl is a door to the kernel's network configuration through the
// legacy ioctls of netdevice(7), one typed method a request.
//
// A Conn is an open socket. Its methods take interface names, the names of
// aliases ("eth1:0") included, and return values in Go's own types; nothing is
// printed and nothing is parsed. Every failure of the kernel comes back as an
// *Error that names the request as the C headers spell it, and unwraps to the
// errno:
//
//	c, err := ioctl.Open()
//	...
//	flags, err := c.Flags("eth1:0")
//	if errors.Is(err, unix.ENODEV) { ... }
//
// and answers to fs.ErrNotExist, fs.ErrExist and fs.ErrPermission, where the
// errno means that:
//
//	if errors.Is(err, fs.ErrNotExist) { ... } // no such interface, alias, route ...
//
// A name is at most 15 bytes, the kernel's limit: a longer one fails with
// EINVAL before the kernel is asked. No interface has an empty one.
//
// Requests that change something need CAP_NET_ADMIN in the user namespace that
// owns the network namespace of the socket and fail with EPERM without it.
//
// A Conn reuses one request buffer: it is not safe for concurrent use.
package ioctl
