package route

import (
	"fmt"

	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// check refuses masks that make no sense. Without a mask there is nothing to
// check: the kernel refuses a net that lacks one.
func (r *inetRequest) check() error {
	if !r.masked() {
		return nil
	}
	mask := word(r.route.Genmask)
	switch hostBits := ^mask; {
	case r.route.Flags&ioctl.RouteHost != 0:
		// The complement of the mask is what the classic message shows.
		return frame.Misused("route: " + fmt.Sprintf("netmask %.8x doesn't make sense with host route", hostBits))
	case hostBits&(hostBits+1) != 0:
		return frame.Misused("route: " + "bogus netmask " + r.maskText)
	case word(r.route.Dst)&hostBits != 0:
		return frame.Misused("route: " + "netmask doesn't match route address")
	}
	return nil
}
