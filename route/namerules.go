package route

import (
	"net/netip"

	"golang.org/x/sys/unix"

	"classicnet/procnet"
)

// nameRules are what a dialect looks up in the IPv4 tables, and what it shows
// for 0.0.0.0, which has no name.
type nameRules struct {
	// anyMask calls each destination 0.0.0.0 the default route, whatever its
	// mask is.
	anyMask bool
	// star is a gateway 0.0.0.0; "" shows the number.
	star string
	// byFlag takes what is flagged as a host for one; without it only a
	// destination with bits outside its mask is.
	byFlag bool
	// networks looks up other destinations as networks.
	networks bool
}

// toHost tells whether the destination is looked up as a host rather than as a
// network.
func (r *nameRules) toHost(route *procnet.Route) bool {
	return r.byFlag && route.Flags&unix.RTF_HOST != 0 || word(route.Destination)&^word(route.Mask) != 0
}

// zero is what is shown for the destination 0.0.0.0, "" for the number.
func (r *nameRules) zero(mask netip.Addr) string {
	if r.anyMask || mask.IsUnspecified() {
		return "default"
	}
	return ""
}
