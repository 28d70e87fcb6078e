//go:build !nodns

// Package dns is the name service of the machine, as package resolve asks it.
// No other package links package net.
package dns

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"
	"time"

	"classicnet/internal/resolve"
)

// New returns the servers of /etc/resolv.conf through Go's own resolver, which
// knows about search lists, retries and TCP. Nothing is read before the first
// question. Go's resolver can't be kept from looking into /etc/hosts before it
// asks; that shows only where nsswitch.conf has DNS before the files.
func New() resolve.DNS { return guard(over((&net.Dialer{}).DialContext)) }

type dialer func(ctx context.Context, network, address string) (net.Conn, error)

// over is New with connections made by dial.
func over(dial dialer) resolve.DNS {
	return service{&net.Resolver{PreferGo: true, Dial: dial.until}}
}

// until makes a connection on which nothing waits once ctx has ended. Go's
// resolver itself hears of a deadline only.
func (d dialer) until(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := d(ctx, network, address)
	if err == nil {
		context.AfterFunc(ctx, func() { conn.SetDeadline(time.Unix(1, 0)) }) //nolint:errcheck // it may be closed
	}
	return conn, err
}

type service struct{ resolver *net.Resolver }

func (s service) LookupIP(ctx context.Context, name string, v6 bool) ([]netip.Addr, error) {
	list, err := s.lookup(ctx, name, v6)
	if !notFound(err) {
		return list, err
	}
	// Go's resolver doesn't tell a name without such an address from no name
	// at all. A name without addresses of either family counts as none.
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
	if _, ok := errors.AsType[*net.AddrError](err); ok {
		// /etc/hosts has the name with addresses of the other family alone,
		// and servers seldom know such a name.
		return nil, resolve.ErrNoName
	}
	for i := range list {
		list[i] = list[i].Unmap() // IPv4 comes in both forms
	}
	return list, err
}

func (s service) LookupName(ctx context.Context, a netip.Addr) (string, error) {
	names, err := s.resolver.LookupAddr(ctx, a.String())
	switch {
	case notFound(err) || err == nil && len(names) == 0:
		return "", resolve.ErrNoName
	case err != nil:
		return "", err
	}
	return strings.TrimSuffix(names[0], "."), nil
}

// notFound tells whether a server answered that there is nothing. What isn't
// found and isn't this means that none answered.
func notFound(err error) bool {
	e, ok := errors.AsType[*net.DNSError](err)
	return ok && e.IsNotFound
}
