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

// New returns the servers of /etc/resolv.conf, through Go's own resolver.
// Nothing is read before the first question.
func New() resolve.DNS { return service{&net.Resolver{PreferGo: true}} }

type service struct{ *net.Resolver }

func (s service) LookupIP(ctx context.Context, name string, v6 bool) ([]netip.Addr, error) {
	wanted, other := "ip4", "ip6"
	if v6 {
		wanted, other = other, wanted
	}
	list, err := s.LookupNetIP(ctx, wanted, name)
	if !notFound(err) {
		return list, err
	}
	// The resolver doesn't tell a name without such an address from no name.
	if _, err := s.LookupNetIP(ctx, other, name); err == nil {
		return nil, resolve.ErrNoAddress
	}
	return nil, resolve.ErrNoName
}

func (s service) LookupName(ctx context.Context, a netip.Addr) (string, error) {
	names, err := s.LookupAddr(ctx, a.String())
	switch {
	case notFound(err) || err == nil && len(names) == 0:
		return "", resolve.ErrNoName
	case err != nil:
		return "", err
	}
	return strings.TrimSuffix(names[0], "."), nil
}

func notFound(err error) bool {
	var e *net.DNSError
	return errors.As(err, &e) && e.IsNotFound
}
