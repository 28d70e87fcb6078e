package route

import (
	"cmp"
	"errors"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
)

// Add adds a route (SIOCADDRT). dial opens a socket of an address family, as that
// of System does. The error is what Request fails with or an *ioctl.Error, as
// AddRoute and AddRoute6 of package ioctl have it: fs.ErrExist where the route is
// there, fs.ErrNotExist for an interface that isn't, fs.ErrPermission. A
// destination with bits behind its mask is the kernel's to judge: IPv4 refuses it,
// IPv6 cuts them off (netip.Prefix.Masked). A nil dial has no sockets at all.
func Add(dial func(family int) (Kernel, error), e Entry) error {
	return e.change(dial, Kernel.AddRoute, Kernel.AddRoute6)
}

// Delete deletes the route that has all that is set in e (SIOCDELRT): the first
// where several have. Destination must be there; a metric of 0 is any. The error
// is as of Add, with fs.ErrNotExist where there is none. A reject route of IPv4
// that ip(8) made isn't one to the kernel's request, nor are the rows of other
// tables that Inet6 yields.
func Delete(dial func(family int) (Kernel, error), e Entry) error {
	return e.change(dial, Kernel.DelRoute, Kernel.DelRoute6)
}

func (e Entry) change(dial func(int) (Kernel, error), inet func(Kernel, ioctl.Route) error, inet6 func(Kernel, ioctl.Route6) error) error {
	if e.Destination.Addr().Is6() {
		return e.change6(dial, inet6)
	}
	r, err := e.Request()
	if err != nil {
		return err
	}
	k, err := open(dial, unix.AF_INET)
	if err != nil {
		return err
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	return inet(k, r)
}

func (e Entry) change6(dial func(int) (Kernel, error), act func(Kernel, ioctl.Route6) error) error {
	k, err := open(dial, unix.AF_INET6)
	if err != nil {
		return err
	}
	defer k.Close() //nolint:errcheck // nothing is buffered
	index := 0
	device, err := e.device6()
	if err == nil && device != "" {
		index, err = k.Index(device)
	}
	if err != nil {
		return err
	}
	r, err := e.Request6(index)
	if err != nil {
		return err
	}
	return act(k, r)
}

// device6 is the interface, which the gateway's zone may tell as well.
func (e *Entry) device6() (string, error) {
	zone := e.Gateway.Zone()
	if zone != "" && e.Interface != "" && zone != e.Interface {
		return "", errors.New("route: " + e.Gateway.String() + " is on another interface than " + e.Interface)
	}
	return cmp.Or(e.Interface, zone), nil
}
