//go:build !nodns

// Package dns is the name service of the machine, as package resolve asks it:
// the servers of resolv.conf(5), over UDP or TCP.
//
// Package net has a resolver, too. It makes the program an eighth larger and
// its start slower, and it doesn't tell a name without an address from no name
// at all, for which the classic tools have two messages.
package dns

import (
	"context"
	"io"
	"net/netip"
	"strings"
	"sync"

	"golang.org/x/net/dns/dnsmessage"

	"classicnet/internal/resolve"
)

// New returns the servers of /etc/resolv.conf, which is opened by open at the
// first question.
func New(open func(path string) (io.ReadCloser, error)) resolve.DNS {
	return guard(newService(open, dial))
}

// service asks over connections that dial makes.
type service struct {
	config func() *config
	dial   dialer
}

func newService(open func(path string) (io.ReadCloser, error), dial dialer) service {
	return service{sync.OnceValue(func() *config { return readConfig(open) }), dial}
}

func (s service) LookupIP(ctx context.Context, name string, v6 bool) (list []netip.Addr, err error) {
	kind := dnsmessage.TypeA
	if v6 {
		kind = dnsmessage.TypeAAAA
	}
	err = s.search(ctx, name, kind, func(answers *dnsmessage.Parser) error {
		list, err = addresses(answers, kind)
		return err
	})
	return list, err
}

func (s service) LookupName(ctx context.Context, a netip.Addr) (name string, err error) {
	reply, err := s.ask(ctx, reverseName(a), dnsmessage.TypePTR)
	if err != nil {
		return "", err
	}
	name, err = pointer(reply)
	return strings.TrimSuffix(name, "."), err
}

// search asks for one name after the other that a text may stand for, until
// take finds an answer, or none comes at all. Where none is found, what the
// server said of the text as it is counts, if that came first, or else the
// most that was heard of any.
func (s service) search(ctx context.Context, text string, kind dnsmessage.Type, take func(*dnsmessage.Parser) error) error {
	var why error
	names, whole := s.config().names(text)
	for i, name := range names {
		answers, err := s.ask(ctx, name, kind)
		if err == nil {
			err = take(answers)
		}
		if r := rank(err); r == found || r == silence {
			return err
		}
		if i == 0 || !whole && rank(err) > rank(why) {
			why = err
		}
	}
	return why
}

// The ranks of what comes of a question.
const (
	absent  = iota // there is no such name
	failure        // a server said that it can't tell
	empty          // there is the name, without such an address
	found
	silence // there was no answer
)

func rank(err error) int {
	switch err {
	case nil:
		return found
	case resolve.ErrNoName:
		return absent
	case resolve.ErrNoAddress:
		return empty
	case errServer:
		return failure
	}
	return silence
}
