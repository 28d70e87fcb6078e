// Package dns is the name service of the machine, as package resolve asks it:
// the servers of resolv.conf(5), over UDP or TCP.
//
// Package net has a resolver, too. It makes the program an eighth larger and
// its start slower, and it doesn't tell a name without an address from no name
// at all, for which the classic tools have two messages. A package for DNS
// messages alone has tables of everything that DNS has, which are filled at each
// start; three types of records need none.
package dns

import (
	"io"
	"net/netip"
	"strings"
	"sync"

	"classicnet/tool"
)

// New returns the servers of /etc/resolv.conf, which is opened by open at the
// first question, and changed by the process's environment.
func New(open func(path string) (io.ReadCloser, error)) tool.DNS {
	return guard(newService(open, environment, dial))
}

// service asks over connections that dial makes.
type service struct {
	config func() *config
	dial   dialer
}

func newService(open func(path string) (io.ReadCloser, error), env lookup, dial dialer) service {
	return service{sync.OnceValue(func() *config { return readConfig(open, env) }), dial}
}

func (s service) LookupIP(end <-chan struct{}, name string, v6 bool) ([]netip.Addr, error) {
	if v6 {
		return s.search(end, name, typeAAAA)
	}
	return s.search(end, name, typeA)
}

func (s service) LookupName(end <-chan struct{}, a netip.Addr) (string, error) {
	r, err := s.ask(end, reverseName(a), typePTR)
	if err != nil {
		return "", err
	}
	name, err := r.name()
	return strings.TrimSuffix(name, "."), err
}

// search asks for the addresses of one name after the other that a text may
// stand for, until it finds some, or no server answers. Where none is found, what
// the server said of the text as it is counts, if that came first, or else the
// most that was heard of any.
func (s service) search(end <-chan struct{}, text string, kind uint16) ([]netip.Addr, error) {
	var why error
	names, whole := s.config().names(text)
	for i, name := range names {
		list, err := s.addresses(end, name, kind)
		if r := rank(err); r == found || r == silence {
			return list, err
		}
		if i == 0 || !whole && rank(err) > rank(why) {
			why = err
		}
	}
	return nil, why
}

func (s service) addresses(end <-chan struct{}, name string, kind uint16) ([]netip.Addr, error) {
	r, err := s.ask(end, name, kind)
	if err != nil {
		return nil, err
	}
	return r.addresses(kind)
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
	case tool.ErrNoName:
		return absent
	case tool.ErrNoAddress:
		return empty
	case errServer:
		return failure
	}
	return silence
}
