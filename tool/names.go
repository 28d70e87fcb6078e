package tool

import (
	"errors"
	"net/netip"
)

// The answers of a DNS other than success or a failure to answer at all. An
// error that wraps one is as good.
var (
	ErrNoName    = errors.New("no such name")                    // no server knows the name
	ErrNoAddress = errors.New("no address associated with name") // the name has no address of the family, or of any
)

// DNS is the name service behind /etc/hosts. A tool asks it for what the files in
// /etc don't hold, as /etc/nsswitch.conf says; it may be asked side by side. Once
// end is closed nobody waits for the answer any more, and a look-up ends soon, if
// need be with an error that says nothing of the name; a nil end is never closed.
type DNS interface {
	// LookupIP returns the addresses of name that are of one family (v6: IPv6,
	// else IPv4), in the server's order. It fails with ErrNoName, with
	// ErrNoAddress where the name exists without an address of that family, or
	// with any other error where no server gave an answer.
	LookupIP(end <-chan struct{}, name string, v6 bool) ([]netip.Addr, error)
	// LookupName returns the first PTR name of addr, without its last dot. It
	// fails as LookupIP does.
	LookupName(end <-chan struct{}, addr netip.Addr) (string, error)
}
