package ifupdown

import (
	"errors"
	"io/fs"
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/procnet"
)

// inet6 takes a step that is one request of an IPv6 socket for a device.
func (c *command) inet6(device string, request func(Kernel, int) error) error {
	k, err := c.dial(familyInet6)
	if err != nil {
		return err
	}
	index, err := k.Index(device)
	if err != nil {
		return err
	}
	return request(k, index)
}

func (s Address6) do(c *command) error {
	err := c.inet6(s.Device, func(k Kernel, index int) error {
		return k.AddAddr6(index, s.Addr, uint32(s.PrefixLen))
	})
	return unless(err, unix.EEXIST)
}

func (s DropAddress6) do(c *command) error {
	err := c.inet6(s.Device, func(k Kernel, index int) error {
		return k.DelAddr6(index, s.Addr, uint32(s.PrefixLen))
	})
	return unless(err, unix.EADDRNOTAVAIL, unix.ENODEV)
}

// path is the file of the setting.
func (s Sysctl) path() string { return "/proc/sys/net/ipv6/conf/" + s.Device + "/" + s.Key }

func (s Sysctl) do(c *command) error {
	err := c.env.WriteFile(s.path(), s.Value)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// The flags of an address in /proc/net/if_inet6 (IFA_F_ of <linux/if_addr.h>).
const (
	flagDADFailed = 0x08
	flagTentative = 0x40
)

var (
	errDuplicate = errors.New("another host has the address")
	errTentative = errors.New("the address isn't usable yet: the link may have no carrier")
)

func (s Settle6) do(c *command) error {
	for range s.Attempts {
		flags, err := c.flags6(s.Device, s.Addr)
		switch {
		case err != nil:
			return err
		case flags&flagDADFailed != 0:
			return errDuplicate
		case flags&flagTentative == 0:
			return nil
		}
		c.env.Sleep(s.Interval)
	}
	return errTentative
}

// flags6 returns the flags of a device's address, 0 if it has none such.
func (c *command) flags6(device string, addr netip.Addr) (uint32, error) {
	file, err := c.Open("/proc/net/if_inet6")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	for row, err := range procnet.Inet6Addrs(file) {
		if err != nil {
			return 0, err
		}
		if row.Name == device && row.Addr == addr {
			return row.Flags, nil
		}
	}
	return 0, nil
}
