// Package dns is the name service of the machine, as package resolve asks it.
// No other package links package net.
package dns

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"

	"classicnet/internal/resolve"
)

// New returns the servers of /etc/resolv.conf through Go's own resolver, which
// knows about search lists, retries and TCP. Nothing is read before the first
// question. Go's resolver looks into /etc/hosts itself before it asks; who
// comes here has done so, too.
func New() resolve.DNS { return over(nil) }

// over is New with connections made by dial.
func over(dial func(ctx context.Context, network, address string) (net.Conn, error)) resolve.DNS {
	return service{&net.Resolver{PreferGo: true, Dial: dial}}
}

type service struct{ resolver *net.Resolver }

func (s service) LookupIP(ctx context.Context, name string, v6 bool) ([]netip.Addr, error) {
	list, err := s.lookup(ctx, name, v6)
	if !errors.Is(err, resolve.ErrNoName) {
		return list, err
	}
	// Go's resolver doesn't tell a name without such an address from no name
	// at all.
	if _, err := s.lookup(ctx, name, !v6); err == nil {
		return nil, resolve.ErrNoAddress
	}
	return nil, resolve.ErrNoName
}

// lookup asks for one family.
func (s service) lookup(ctx context.Context, name string, v6 bool) ([]netip.Addr, error) {
	network := "ip4"
	if v6 {
		network = "ip6"
	}
	list, err := s.resolver.LookupNetIP(ctx, network, name)
	for i := range list {
		list[i] = list[i].Unmap() // IPv4 comes in both forms
	}
	return list, classify(err)
}

func (s service) LookupName(ctx context.Context, a netip.Addr) (string, error) {
	names, err := s.resolver.LookupAddr(ctx, a.String())
	switch {
	case err != nil:
		return "", classify(err)
	case len(names) == 0:
		return "", resolve.ErrNoName
	}
	return strings.TrimSuffix(names[0], "."), nil
}

// classify finds out what a server said: an error of another kind means that
// none did. Go's resolver has an AddrError for a name that /etc/hosts has with
// addresses of the other family alone.
func classify(err error) error {
	if e, ok := errors.AsType[*net.DNSError](err); ok && e.IsNotFound {
		return resolve.ErrNoName
	}
	if _, ok := errors.AsType[*net.AddrError](err); ok {
		return resolve.ErrNoAddress
	}
	return err
}
