package resolve

import (
	"errors"
	"net/netip"
)

// The answers of a DNS other than success or a failure to answer at all.
var (
	ErrNoName    = errors.New("no such name")
	ErrNoAddress = errors.New("no address associated with name")
)

// End is closed when nobody waits for an answer any more; nil stands for never. A
// context.Context's Done is one; its type would bring the time zones into the
// program.
type End <-chan struct{}

// Closed tells whether it is.
func (e End) Closed() bool {
	select {
	case <-e:
		return true
	default:
		return false
	}
}

// DNS is the name service behind /etc/hosts: package internal/dns in life, a
// table in tests. Once end is closed a look-up ends soon, if need be with an error
// that says nothing of the name.
type DNS interface {
	// LookupIP returns the addresses of name that are of one family (v6: IPv6,
	// else IPv4), in the server's order. It fails with ErrNoName, with
	// ErrNoAddress where the name exists without an address of that family, or
	// with any other error where no server gave an answer.
	LookupIP(end End, name string, v6 bool) ([]netip.Addr, error)
	// LookupName returns the first PTR name of addr, without its last dot. It
	// fails as LookupIP does.
	LookupName(end End, addr netip.Addr) (string, error)
}
