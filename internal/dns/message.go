//go:build !nodns

package dns

import (
	"bytes"
	"net/netip"
	"strconv"

	"golang.org/x/net/dns/dnsmessage"

	"classicnet/internal/resolve"
)

// pack gives q its name and makes the message that asks q of a server and
// those behind it. The message has no number yet.
func pack(q *dnsmessage.Question, name string) (message []byte, err error) {
	if q.Name, err = dnsmessage.NewName(name); err != nil {
		return nil, err
	}
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{RecursionDesired: true})
	if err := b.StartQuestions(); err != nil {
		return nil, err
	}
	if err := b.Question(*q); err != nil {
		return nil, err
	}
	return b.Finish()
}

// sameName compares as DNS does, without regard to case.
func sameName(a, b dnsmessage.Name) bool {
	return bytes.EqualFold(a.Data[:a.Length], b.Data[:b.Length])
}

// addresses are those of one type in the answers, whatever names they go by: a
// name may stand for another. ErrNoAddress says that there are none.
func addresses(answers *dnsmessage.Parser, kind dnsmessage.Type) (list []netip.Addr, err error) {
	for err == nil {
		err = nextOf(answers, kind)
		if err == nil {
			var a netip.Addr
			a, err = address(answers, kind)
			list = append(list, a)
		}
	}
	switch {
	case err != dnsmessage.ErrSectionDone:
		return nil, err
	case list == nil:
		return nil, resolve.ErrNoAddress
	}
	return list, nil
}

// nextOf goes on to the next answer of a type. ErrSectionDone says that there
// is none.
func nextOf(answers *dnsmessage.Parser, kind dnsmessage.Type) error {
	for {
		h, err := answers.AnswerHeader()
		if err != nil || h.Type == kind {
			return err
		}
		if err := answers.SkipAnswer(); err != nil {
			return err
		}
	}
}

// address reads the address that is next.
func address(answers *dnsmessage.Parser, kind dnsmessage.Type) (netip.Addr, error) {
	if kind == dnsmessage.TypeA {
		r, err := answers.AResource()
		return netip.AddrFrom4(r.A), err
	}
	r, err := answers.AAAAResource()
	return netip.AddrFrom16(r.AAAA), err
}

// pointer is the first name that an address has; ErrNoName says that there is
// none.
func pointer(answers *dnsmessage.Parser) (string, error) {
	err := nextOf(answers, dnsmessage.TypePTR)
	if err == dnsmessage.ErrSectionDone {
		return "", resolve.ErrNoName
	}
	if err != nil {
		return "", err
	}
	r, err := answers.PTRResource()
	return r.PTR.String(), err
}

// reverseName is the name under which an address has its PTR records: bytes of
// IPv4 and digits of IPv6 from the last to the first.
func reverseName(a netip.Addr) string {
	var name []byte
	octets := a.AsSlice()
	for i := len(octets) - 1; i >= 0; i-- {
		if a.Is4() {
			name = append(strconv.AppendUint(name, uint64(octets[i]), 10), '.')
			continue
		}
		const digits = "0123456789abcdef"
		name = append(name, digits[octets[i]&0xf], '.', digits[octets[i]>>4], '.')
	}
	if a.Is4() {
		return string(name) + "in-addr.arpa."
	}
	return string(name) + "ip6.arpa."
}
