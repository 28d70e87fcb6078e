package ifconfig

import (
	"net/netip"

	"classicnet/ioctl"
)

// step is one thing to do, a plain value. apply reports what fails through the
// run and leaves what was done; only what ends the command is its error.
type step interface{ apply(r *run) error }

// flagStep changes flags.
type flagStep struct{ Change flagChange }

// numberStep is a word with a number: Word says which.
type numberStep struct {
	Word  string
	Value int64
}

// addrStep sets an address other than the interface's own, and then flags.
type addrStep struct {
	Kind ioctl.AddrKind
	Addr ioctl.Sockaddr
	Set  ioctl.Flags
	// Inet sends it to the inet socket whatever the family word was.
	Inet bool
}

// bareStep sets the interface's own address and activates it.
type bareStep struct{ Addr ioctl.Sockaddr }

// hwStep sets the hardware address.
type hwStep struct{ Addr ioctl.HardwareAddr }

// renameStep gives the device another name.
type renameStep struct{ To string }

// inet6Op says what happens to an IPv6 address.
type inet6Op uint8

const (
	addInet6 inet6Op = iota
	delInet6
	tunnelInet6
)

// inet6Step adds or removes an IPv6 address, or makes a tunnel to it.
type inet6Step struct {
	Op     inet6Op
	Addr   netip.Addr
	Prefix uint32
}

// inet4Step adds or removes an IPv4 address under a numbered label.
type inet4Step struct {
	Del  bool
	Addr netip.Addr
}
