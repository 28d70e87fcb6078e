package iptunnel

import (
	"encoding/binary"
	"net/netip"
	"strings"

	"classicnet/internal/cnum"
	"classicnet/internal/frame"
	"classicnet/ioctl"
)

// request is what a command line says.
type request struct {
	ioctl.Tunnel
	mode  *mode
	dev   string
	named bool // by a word that isn't empty
	words []string
}

// keyword is a word of the command line. Unless value is "" another one follows
// it, which set gets.
type keyword struct {
	word, value string
	about       string
	set         func(r *request, value string) error
}

const keyFlags, seqFlags, sumFlags = ioctl.TunnelKey, ioctl.TunnelSequence, ioctl.TunnelChecksum

var keywords = [...]keyword{
	{"mode", "ipip|gre|sit", "what is carried, and how", (*request).setMode},
	{"remote", "ADDRESS", "the other end", func(r *request, v string) (err error) { r.Remote, err = parseAddr(v); return err }},
	{"local", "ADDRESS", "this end", func(r *request, v string) (err error) { r.Local, err = parseAddr(v); return err }},
	{"key", "K", "a number or an address that packets carry, both ways", func(r *request, v string) error { return r.setKey(v, true, true) }},
	{"ikey", "K", "the key of packets that come in", func(r *request, v string) error { return r.setKey(v, true, false) }},
	{"okey", "K", "the key of packets that go out", func(r *request, v string) error { return r.setKey(v, false, true) }},
	{"seq", "", "packets are numbered, both ways", func(r *request, _ string) error { return r.flags(seqFlags, seqFlags) }},
	{"iseq", "", "those that come in must be numbered", func(r *request, _ string) error { return r.flags(seqFlags, 0) }},
	{"oseq", "", "those that go out are", func(r *request, _ string) error { return r.flags(0, seqFlags) }},
	{"csum", "", "packets carry a checksum, both ways", func(r *request, _ string) error { return r.flags(sumFlags, sumFlags) }},
	{"icsum", "", "those that come in must", func(r *request, _ string) error { return r.flags(sumFlags, 0) }},
	{"ocsum", "", "those that go out do", func(r *request, _ string) error { return r.flags(0, sumFlags) }},
	{"nopmtudisc", "", "the outer packets may be fragmented", func(r *request, _ string) error { r.Fragment = true; return nil }},
	{"ttl", "N|inherit", "time to live of the outer packets", func(r *request, v string) error { return octet(&r.TTL, v, 0) }},
	{"tos", "N|inherit", "type of service of the outer packets", func(r *request, v string) error { return octet(&r.TOS, v, 1) }},
	{"dev", "IF", "the interface that they go out by", func(r *request, v string) error { r.dev = v; return nil }},
}

// nothing is a tunnel of which nothing is said.
func nothing() ioctl.Tunnel {
	return ioctl.Tunnel{Local: netip.IPv4Unspecified(), Remote: netip.IPv4Unspecified()}
}

// parse reads the words behind a command, in any order: what they say of a tunnel
// that begins as it was.
func parse(words []string, was ioctl.Tunnel) (*request, error) {
	r := &request{Tunnel: was, words: words}
	for len(words) > 0 {
		var err error
		if words, err = r.take(words); err != nil {
			return nil, err
		}
	}
	if r.mode == nil {
		r.mode = modeOfName(r.Name)
	}
	if r.mode != nil {
		r.Protocol = r.mode.protocol
	}
	return r, nil
}

// take takes one word with its value. One that is no keyword is the tunnel's name.
func (r *request) take(words []string) (rest []string, err error) {
	k := keywordOf(words[0])
	switch {
	case k == nil && r.named:
		return nil, frame.Misused("")
	case k == nil:
		r.Name, r.named = words[0][:min(len(words[0]), room)], words[0] != ""
		return words[1:], nil
	case k.value == "":
		return words[1:], k.set(r, "")
	case len(words) < 2:
		return nil, frame.Misused("")
	}
	return words[2:], k.set(r, words[1])
}

func keywordOf(word string) *keyword {
	for i := range keywords {
		if keywords[i].word == word {
			return &keywords[i]
		}
	}
	return nil
}

func (r *request) setMode(word string) error {
	m := modeOfWord(word)
	if m == nil || r.mode != nil {
		return frame.Misused("")
	}
	r.mode = m
	return nil
}

func (r *request) flags(in, out ioctl.TunnelFlags) error {
	r.In |= in
	r.Out |= out
	return nil
}

// setKey reads a key, a number or with a dot an address, for each direction.
func (r *request) setKey(text string, in, out bool) error {
	key, err := parseKey(text)
	if err != nil {
		return err
	}
	if in {
		r.InKey, r.In = key, r.In|keyFlags
	}
	if out {
		r.OutKey, r.Out = key, r.Out|keyFlags
	}
	return nil
}

func parseKey(text string) (uint32, error) {
	if strings.Contains(text, ".") {
		addr, err := parseAddr(text)
		return number(addr), err
	}
	v, err := unsigned(text, 1<<32-1)
	return uint32(v), err
}

// number is an address as the key that it stands for.
func number(addr netip.Addr) uint32 {
	if !addr.Is4() {
		return 0
	}
	b := addr.As4()
	return binary.BigEndian.Uint32(b[:])
}

// octet reads a number up to 255, or the word that stands for inherit.
func octet(to *uint8, text string, inherit uint8) error {
	if text == "inherit" {
		*to = inherit
		return nil
	}
	v, err := unsigned(text, 255)
	*to = uint8(v)
	return err
}

func unsigned(text string, limit uint64) (uint64, error) {
	v, rest := cnum.Strtoul(text)
	if text == "" || rest != "" || v > limit {
		return 0, frame.Misused("")
	}
	return v, nil
}

// parseAddr reads one to four decimal numbers with dots between them, what is
// missing being 0, or a word for none.
func parseAddr(text string) (netip.Addr, error) {
	var b [4]byte
	if text == "any" || text == "default" {
		return netip.AddrFrom4(b), nil
	}
	parts := strings.Split(text, ".")
	for i, part := range parts {
		v, ok := decimal(part)
		if i == len(b) || !ok {
			return netip.Addr{}, &frame.Failure{Message: "ip: " + text + " is invalid IPv4 address", Status: statusAddress}
		}
		b[i] = v
	}
	return netip.AddrFrom4(b), nil
}

// decimal reads a number of an address up to 255; none is 0.
func decimal(text string) (byte, bool) {
	v := 0
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return 0, false
		}
		if v = 10*v + int(c-'0'); v > 255 {
			return 0, false
		}
	}
	return byte(v), true
}
