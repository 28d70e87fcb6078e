package route

import (
	"classicnet/internal/frame"
	"classicnet/ioctl"
	"strconv"
	"strings"
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
		return frame.Misused("route: netmask " + hex8(hostBits) + " doesn't make sense with host route")
	case hostBits&(hostBits+1) != 0:
		return frame.Misused("route: " + "bogus netmask " + r.maskText)
	case word(r.route.Dst)&hostBits != 0:
		return frame.Misused("route: " + "netmask doesn't match route address")
	}
	return nil
}

// hex8 is a word in eight digits.
func hex8(v uint32) string {
	const width = 8
	s := strconv.FormatUint(uint64(v), 16)
	return strings.Repeat("0", width-len(s)) + s
}
