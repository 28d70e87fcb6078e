package ifconfig

import (
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/internal/cnum"
	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

func parseNetmask(p *parser, word string) (step, error) {
	text, err := p.value(word)
	switch {
	case err != nil:
		return nil, err
	case p.masked:
		return nil, misused(word + " " + text + ": a netmask was given before")
	}
	sa, _, err := p.address(text, word)
	if err != nil {
		return nil, err
	}
	p.masked = true
	p.ownMask = sa
	return addrStep{Kind: ioctl.AddrNetmask, Addr: sa}, nil
}

func parseDstaddr(p *parser, word string) (step, error) {
	text, err := p.value(word)
	if err != nil {
		return nil, err
	}
	sa, _, err := p.address(text, word)
	return addrStep{Kind: ioctl.AddrPeer, Addr: sa}, err
}

// parseBroadcast takes any following word for the address, `up` too.
func parseBroadcast(p *parser, word string) (step, error) {
	if len(p.words) == 0 {
		return flagStep{flagChange{set: ioctl.FlagBroadcast}}, nil
	}
	sa, _, err := p.broadcast(p.take(), word)
	return addrStep{Kind: ioctl.AddrBroadcast, Addr: sa, Set: ioctl.FlagBroadcast}, err
}

// broadcast reads the address behind that word. As in busybox `+` is that of
// the network that an address and a netmask before it made; without either it
// is a word like any other.
func (p *parser) broadcast(text, word string) (sa ioctl.Sockaddr, network bool, err error) {
	if text != "+" || p.own.Family() != unix.AF_INET || p.ownMask.Family() != unix.AF_INET {
		return p.address(text, word)
	}
	const afterPort, end = 2, 6
	sa = p.own
	for i := afterPort; i < end; i++ {
		sa.Data()[i] |= ^p.ownMask.Data()[i]
	}
	return sa, false, nil
}

// parsePointopoint doesn't take the address of a network, `default` included,
// unlike every other word.
func parsePointopoint(p *parser, _ string) (step, error) {
	if len(p.words) == 0 {
		return flagStep{flagChange{set: ioctl.FlagPointToPoint}}, nil
	}
	text := p.take()
	sa, network, err := p.address(text, "pointopoint")
	if err == nil && network {
		err = p.unresolved(text)
	}
	return addrStep{Kind: ioctl.AddrPeer, Addr: sa, Set: ioctl.FlagPointToPoint}, err
}

// parseAtoi reads a number as atoi does: `mtu 1400abc` is 1400, `mtu abc` 0.
func parseAtoi(p *parser, word string) (step, error) {
	text, err := p.value(word)
	return numberStep{word, int64(cnum.Atoi(text))}, err
}

// parseStrtoul reads a number that may be hexadecimal or octal.
func parseStrtoul(p *parser, word string) (step, error) {
	text, err := p.value(word)
	v, _ := cnum.Strtoul(text)
	return numberStep{word, int64(v)}, err
}

// parseStrtol is parseStrtoul with a sign: too large a number is the largest
// signed one.
func parseStrtol(p *parser, word string) (step, error) {
	text, err := p.value(word)
	v, _ := cnum.Strtol(text)
	return numberStep{word, v}, err
}

// parseMedia leaves `auto` in place after setting the flag: the word is then
// read as an address, as it always was.
func parseMedia(p *parser, word string) (step, error) {
	if len(p.words) == 0 {
		return nil, misused(word + " needs a value")
	}
	if strings.EqualFold(p.words[0], "auto") {
		return flagStep{flagChange{set: ioctl.FlagAutoMedia}}, nil
	}
	text := p.take()
	port, ok := portByNumber(text)
	if !ok {
		port, ok = portByName(text)
	}
	if !ok {
		return nil, &wordError{"Unknown media type."}
	}
	return numberStep{"port", int64(port)}, nil
}

// portByNumber reads a whole decimal number; an empty one is 0, and -1 is none,
// which 4294967295 is too: an int has 32 bits.
func portByNumber(text string) (uint8, bool) {
	digits := strings.TrimLeft(text, " \t\n\v\f\r")
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		digits = digits[1:]
	}
	whole := digits != "" && strings.Trim(digits, "0123456789") == ""
	v := cnum.Atoi(text)
	return uint8(v), v != -1 && (whole || text == "")
}

// parseHw skips the address of a class whose addresses can't be set.
func parseHw(p *parser, word string) (step, error) {
	class, err := p.value(word)
	if err != nil {
		return nil, err
	}
	kind := linktype.Classic.ByKeyword(class)
	switch {
	case kind == nil:
		return nil, misused(word + " " + class + ": no such hardware class")
	case kind.Parse == nil:
		p.words = p.words[min(1, len(p.words)):]
		return nil, &wordError{"hw address type `" + class + "' has no handler to set address. failed."}
	}
	text, err := p.value(word + " " + class)
	if err != nil {
		return nil, err
	}
	text = cutAddress(text)
	data, err := kind.Parse(text)
	if err != nil {
		return nil, &wordError{text + ": invalid " + class + " address."}
	}
	addr := ioctl.HardwareAddr{Type: kind.ARPHRD}
	copy(addr.Data[:], data)
	return hwStep{addr}, nil
}

func parseName(p *parser, word string) (step, error) {
	to, err := p.value(word)
	return renameStep{to}, err
}

func parseAdd(p *parser, word string) (step, error) { return p.addOrDel(word, addInet6, false) }

func parseDel(p *parser, word string) (step, error) { return p.addOrDel(word, delInet6, true) }

func parseTunnel(p *parser, word string) (step, error) {
	text, err := p.value(word)
	if err != nil {
		return nil, err
	}
	return p.inet6Step(tunnelInet6, text)
}

// addOrDel tells the families apart by the colon alone, whatever family word
// there was. A colon counts wherever it is.
func (p *parser) addOrDel(word string, op inet6Op, del bool) (step, error) {
	text, err := p.value(word)
	if err != nil {
		return nil, err
	}
	if strings.Contains(text, ":") {
		return p.inet6Step(op, text)
	}
	a, _, err := p.inet(cutAddress(text))
	return inet4Step{Del: del, Addr: a}, err
}
