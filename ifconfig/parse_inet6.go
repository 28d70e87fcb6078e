package ifconfig

import (
	"strings"

	"classicnet/internal/cnum"
	"classicnet/internal/netaddr"
)

// inet6Step reads ADDRESS[/PREFIX]; without a prefix it is 128. The number is
// what atol makes of the text. The address must be a literal: no resolver is
// asked, and what it said last is the reason, even for no address at all.
func (p *parser) inet6Step(op inet6Op, text string) (step, error) {
	addr, length, found := strings.Cut(text, "/")
	bits := int64(128)
	if found {
		bits = cnum.Atol(length)
	}
	if bits < 0 || bits > 128 {
		return nil, misused(text + ": the prefix length isn't one from 0 to 128")
	}
	addr = cutAddress(addr)
	a, ok := netaddr.Pton6(addr)
	if !ok {
		return nil, &wordError{p.names.Failure(addr)}
	}
	return inet6Step{op, a, uint32(bits)}, nil
}
