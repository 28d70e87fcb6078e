package ifconfig

import (
	"io"
	"net/netip"
	"strings"

	"classicnet/internal/frame"
	"classicnet/internal/resolve"
	"classicnet/ioctl"
)

// parser yields the steps of the words behind an interface's name, one at a
// time: each is carried out before the next word is looked at.
type parser struct {
	words  []string
	family *family
	names  *resolve.Resolver
	// masked tells that a netmask word was understood.
	masked bool
	// own and ownMask are the IPv4 address and netmask that the words so far
	// gave the interface: what `broadcast +` is made of.
	own, ownMask ioctl.Sockaddr
	// mask is the one that ADDRESS/PREFIX asked for. It is set after the last
	// word, since setting the address resets it.
	mask netip.Addr
}

// newParser takes the family word off the words, of which there is at least
// one. A warning is for stderr.
func newParser(words []string, names *resolve.Resolver) (p *parser, warning string) {
	p = &parser{words: words, names: names, family: &families[inetFamily]}
	if f := familyByName(words[0]); f != nil {
		p.family, p.words = f, words[1:]
	} else if strings.Contains(words[0], ",") {
		warning = "Please don't supply more than one address family.\n"
	}
	return p, warning
}

// next returns the next step, io.EOF after the last. A *wordError is one word
// that has no step; a frame.Misused or frame.Failed ends the command.
func (p *parser) next() (step, error) {
	if len(p.words) == 0 {
		return p.last()
	}
	word := p.take()
	k := keywordOf(word)
	switch {
	case k == nil:
		return p.bareAddress(word)
	case k.parse == nil:
		return flagStep{k.flags}, nil
	}
	return k.parse(p, word)
}

// last is the mask that a prefix left to do.
func (p *parser) last() (step, error) {
	if !p.mask.IsValid() {
		return nil, io.EOF
	}
	mask := p.mask
	p.mask = netip.Addr{}
	return addrStep{Kind: ioctl.AddrNetmask, Addr: ioctl.InetSockaddr(mask), Inet: true}, nil
}

//go:noinline
func (p *parser) take() string {
	word := p.words[0]
	p.words = p.words[1:]
	return word
}

// value takes the word that another one needs.
//
//go:noinline
func (p *parser) value(of string) (string, error) {
	if len(p.words) == 0 {
		return "", misused(of + " needs a value")
	}
	return p.take(), nil
}

// misused is wrong use of a word.
func misused(reason string) error { return frame.Misused("ifconfig: " + reason) }
