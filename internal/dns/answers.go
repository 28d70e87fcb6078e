package dns

import (
	"errors"
	"net/netip"

	"classicnet/tool"
)

// errMalformed is a message that can't be read.
var errMalformed = errors.New("malformed message")

// addresses are those of one type in the answers, whatever names they go by: a
// name may stand for another. ErrNoAddress says that there are none.
func (r *reply) addresses(kind uint16) (list []netip.Addr, err error) {
	for {
		from, to, ok, err := r.next(kind)
		switch {
		case err != nil:
			return nil, err
		case !ok && list == nil:
			return nil, tool.ErrNoAddress
		case !ok:
			return list, nil
		}
		a, _ := netip.AddrFromSlice(r.message[from:to])
		if !a.IsValid() || a.Is6() != (kind == typeAAAA) {
			return nil, errMalformed
		}
		list = append(list, a)
	}
}

// name is the first name that an address has; ErrNoName says that there is
// none.
func (r *reply) name() (string, error) {
	from, _, ok, err := r.next(typePTR)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", tool.ErrNoName
	}
	return readName(r.message, from)
}
