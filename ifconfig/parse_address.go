package ifconfig

import (
	"errors"
	"net/netip"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/netaddr"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// purposeAddress is what an address without a word in front of it is for.
const purposeAddress = ""

// errNoAddresses is a family whose addresses can't be set. The originals crash
// where such a family stands before a netmask or the like.
var errNoAddresses = frame.Failed("ifconfig: Cannot set address for this protocol family.")

// longestAddress is how much of an address or host name counts: what fits the
// originals' buffer. Messages show no more of it.
const longestAddress = 127

func cutAddress(text string) string { return text[:min(len(text), longestAddress)] }

// address reads an address of the chosen family. network tells that the text
// is a network's name or "default". purpose is the word that it stands behind.
// What it refuses is a *wordError, or errNoAddresses.
func (p *parser) address(text, purpose string) (sa ioctl.Sockaddr, network bool, err error) {
	text = cutAddress(text)
	switch {
	case p.family.number == unix.AF_INET:
		a, network, err := p.inet(text)
		return ioctl.InetSockaddr(a), network, err
	case p.family.number == unix.AF_INET6:
		sa, err = p.inet6(text)
	case p.family.parse == nil:
		err = errNoAddresses
	default:
		sa, err = p.family.sockaddr(text, purpose)
	}
	return sa, false, err
}

func (p *parser) inet(text string) (a netip.Addr, network bool, err error) {
	a, network, ok := p.names.Inet(text, false)
	if !ok {
		return a, false, p.unresolved(text)
	}
	return a, network, nil
}

// inet6 reads an IPv6 address or host name. No request takes it: what is sent
// is the start of a sockaddr_in6, which the kernel refuses.
func (p *parser) inet6(text string) (sa ioctl.Sockaddr, err error) {
	a, code, ok := p.names.Inet6(text)
	if !ok {
		return sa, &wordError{"getaddrinfo: " + text + ": " + strconv.Itoa(code) + "\n" + p.names.Failure(text)}
	}
	sa.SetFamily(unix.AF_INET6)
	const afterPortAndFlow = 6
	bytes := a.As16()
	copy(sa.Data()[afterPortAndFlow:], bytes[:])
	return sa, nil
}

// unresolved says why a name has no address. No name at all is an unknown host
// whatever the resolver says: where DNS is configured glibc calls it a server's
// error, and scripts that pass an empty variable would see another message.
func (p *parser) unresolved(text string) error {
	if text == "" {
		return &wordError{resolve.NoHost.String()}
	}
	return &wordError{p.names.Failure(text)}
}

// bareAddress is a word that is no keyword.
func (p *parser) bareAddress(word string) (step, error) {
	text := cutAddress(word)
	mask, err := p.prefix(&text)
	if err != nil {
		return nil, err
	}
	sa, _, err := p.address(text, purposeAddress)
	refused, told := errors.AsType[*wordError](err)
	switch {
	case told:
		return nil, frame.Failed(refused.text + "\nifconfig: `--help' gives usage information.")
	case err != nil:
		return nil, err
	case !p.family.settable:
		return nil, frame.Failed("Don't know how to set addresses for family " + strconv.Itoa(p.family.number) + ".")
	}
	p.own = sa
	if mask.IsValid() {
		p.mask, p.ownMask = mask, ioctl.InetSockaddr(mask)
	}
	return bareStep{sa}, nil
}

// prefix cuts an IPv4 prefix length off and returns its mask, or the zero Addr
// where there is none.
func (p *parser) prefix(text *string) (mask netip.Addr, err error) {
	addr, length, found := strings.Cut(*text, "/")
	if !found || p.family.number != unix.AF_INET {
		return mask, nil
	}
	bits, ok := netaddr.Prefix(length)
	_, six := netaddr.Pton6(addr)
	switch {
	case six && !ok:
		return mask, misused(*text + ": an IPv6 address needs `inet6' or `add' in front")
	case !ok:
		return mask, misused(*text + ": the prefix length isn't one from 0 to 32")
	case p.masked:
		return mask, misused(*text + ": a netmask was given before")
	}
	*text = addr
	return netaddr.Mask(bits), nil
}
