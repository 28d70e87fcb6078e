package ifupdown

import (
	"errors"
	"io"
	"net/netip"
	"strings"

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

func (s address6) do(c *command) error {
	there, err := c.make(s.key(), s.Device, func() error {
		return c.inet6(s.Device, func(k Kernel, index int) error {
			return k.AddAddr6(index, s.Addr, uint32(s.PrefixLen))
		})
	})
	if there {
		c.isThere(netip.PrefixFrom(s.Addr, s.PrefixLen))
	}
	return err
}

func (s dropAddress6) do(c *command) error {
	err := c.inet6(s.Device, func(k Kernel, index int) error {
		return k.DelAddr6(index, s.Addr, uint32(s.PrefixLen))
	})
	return unless(err, unix.EADDRNOTAVAIL, unix.ENODEV)
}

// path is the file of the setting.
func (s sysctl) path() string { return "/proc/sys/net/ipv6/conf/" + s.Device + "/" + s.Key }

func (s sysctl) do(c *command) error { return c.set(s.path(), s.key(), s.Value) }

// set writes a setting that has another value, and records that under its key. A
// kernel without it is no error.
func (c *command) set(path, key, value string) error {
	old := strings.TrimSpace(c.contents(path))
	if old == value {
		return nil
	}
	if old != "" {
		c.noteMade(key, old)
	}
	return ignoreMissing(c.env.WriteFile(path, value))
}

func (s sysctl) key() string { return wasSetting + s.Device + " " + s.Key }

// contents is the text of a small file; "" if it can't be read.
func (c *command) contents(path string) string {
	file, err := c.env.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxContents))
	if err != nil {
		return ""
	}
	return string(text)
}

const maxContents = 4096

func (s setDescription) path() string { return "/sys/class/net/" + s.Device + "/ifalias" }

func (s setDescription) do(c *command) error {
	old := strings.TrimSuffix(c.contents(s.path()), "\n")
	if old == s.Text {
		return nil
	}
	c.noteMade(wasDescription+s.Device, old)
	return c.env.WriteFile(s.path(), s.Text+"\n")
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

func (s settle6) do(c *command) error {
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
		if c.signalled() {
			return errSignal
		}
		c.env.Sleep(s.Interval)
	}
	return errTentative
}

var errNoLink6 = errors.New("there is none yet: the link may have no carrier")

func (s settleLink6) do(c *command) error {
	for range s.Attempts {
		if c.hasLink6(s.Device) {
			return nil
		}
		if c.signalled() {
			return errSignal
		}
		c.env.Sleep(s.Interval)
	}
	return errNoLink6
}

// hasLink6 tells whether a device has an address of its link that can be used.
func (c *command) hasLink6(device string) bool {
	file, err := c.Open("/proc/net/if_inet6")
	if err != nil {
		return true // there is nothing to wait for
	}
	defer file.Close()
	for row, err := range procnet.Inet6Addrs(file) {
		if err == nil && row.Name == device && row.Scope == scopeLink && row.Flags&(flagTentative|flagDADFailed) == 0 {
			return true
		}
	}
	return false
}

// flags6 returns the flags of a device's address, 0 if it has none such or nothing
// tells.
func (c *command) flags6(device string, addr netip.Addr) (uint32, error) {
	file, err := c.Open("/proc/net/if_inet6")
	if err != nil {
		return 0, nil // there is nothing to wait for
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
