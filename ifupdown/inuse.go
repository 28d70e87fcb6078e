package ifupdown

import (
	"strings"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// The ways in which a device can be in use before ifup does anything.
const (
	usedUp   = "up"   // ifdown leaves its link up: with it the routes of others go
	usedDown = "down" // it has addresses, which ifdown leaves alone
)

// use tells whether a device is in use, "" if it isn't.
func (c *command) use(device string) string {
	if strings.Contains(device, ":") {
		return ""
	}
	k, err := c.dial(familyInet)
	if err != nil {
		return ""
	}
	_, noAddress := k.Addr(device)
	flags, err := k.Flags(device)
	switch {
	case err != nil:
		return ""
	case flags&ioctl.FlagUp == 0 && noAddress == nil:
		return usedDown
	case flags&ioctl.FlagUp == 0:
		return ""
	case noAddress == nil || c.hasLabels(k, device) || c.hasInet6(device) || c.hasRoutes(device):
		return usedUp
	}
	return ""
}

func (c *command) hasLabels(k Kernel, device string) bool {
	list, _ := k.Interfaces()
	for _, a := range list {
		if sameDevice(a.Name, device) {
			return true
		}
	}
	return false
}

// flagPermanent is that of an address that somebody has set (IFA_F_PERMANENT), in
// difference to those of router advertisements. Those of the link the kernel makes.
const (
	flagPermanent = 0x80
	scopeLink     = 0x20
)

func (c *command) hasInet6(device string) bool {
	file, err := c.Open("/proc/net/if_inet6")
	if err != nil {
		return false
	}
	defer file.Close()
	for row, err := range procnet.Inet6Addrs(file) {
		if err == nil && row.Name == device && row.Flags&flagPermanent != 0 && row.Scope != scopeLink {
			return true
		}
	}
	return false
}

func (c *command) hasRoutes(device string) bool {
	file, err := c.Open("/proc/net/route")
	if err != nil {
		return false
	}
	defer file.Close()
	for row, err := range procnet.Routes(file) {
		if err == nil && row.Iface == device {
			return true
		}
	}
	return false
}
