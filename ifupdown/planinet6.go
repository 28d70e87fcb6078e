package ifupdown

import (
	"net/netip"
	"strconv"
	"time"
)

// static6 is what the options of an inet6 static stanza say.
type static6 struct {
	addr     netip.Addr
	prefix   int
	routes   []route
	attempts int
	interval time.Duration
	further  []static6 // the other addresses of the stanza
}

func (s *static6) network() netip.Prefix { return netip.PrefixFrom(s.addr, s.prefix) }

func (p *planner) static6() (s static6, err error) {
	if s.addr, err = p.addr6("address"); err != nil {
		return s, err
	}
	s.prefix = s.addr.BitLen()
	if p.has("netmask") {
		if s.prefix, err = p.number("netmask", s.prefix); err != nil {
			return s, err
		}
	}
	if s.attempts, err = p.number("dad-attempts", maxAttempts); err != nil {
		return s, err
	}
	if s.interval, err = p.seconds("dad-interval"); err != nil {
		return s, err
	}
	networks := []netip.Prefix{s.network()}
	for _, q := range p.further() {
		further, err := q.static6()
		if err != nil {
			return s, err
		}
		s.further, networks = append(s.further, further), append(networks, further.network())
	}
	s.routes, err = p.routes(networks, netip.Addr{}, p.device(), p.addr6)
	return s, err
}

// The bounds of waiting.
const (
	maxAttempts = 1 << 20
	maxSeconds  = 3600
	minInterval = 10 * time.Millisecond // as long as Debian's takes to ask once
)

// seconds reads an option that is a time in seconds, as "0.1", which it is where
// no default stands for it.
func (p *planner) seconds(option string) (time.Duration, error) {
	text, err := p.one(option)
	if err != nil || text == "" {
		return time.Second / 10, err
	}
	s, err := strconv.ParseFloat(text, 64)
	if err != nil || !(s >= 0 && s <= maxSeconds) {
		return 0, p.refuse(option, "seconds, as 0.1")
	}
	return max(time.Duration(s*float64(time.Second)), minInterval), nil
}

// settings are the options that are settings of the kernel.
var settings = [...]struct{ option, key string }{
	{"privext", "use_tempaddr"},
	{"accept_ra", "accept_ra"},
	{"autoconf", "autoconf"},
}

func (p *planner) settings() error {
	for _, s := range settings {
		value, err := p.number(s.option, 2)
		switch {
		case err != nil:
			return err
		case p.has(s.option):
			p.add(sysctl{p.device(), s.key, strconv.Itoa(value)})
		}
	}
	return nil
}

// link6 adds what comes before an address: the settings and the link.
//
// An alias is one more address: the settings of its device are those of the
// device's own stanza.
func (p *planner) link6() error {
	before := len(p.steps)
	if err := p.settings(); err != nil {
		return err
	}
	if err := p.mtu(func(bytes int) step { return setMTU6{p.device(), bytes} }); err != nil {
		return err
	}
	if p.alias() {
		p.steps = p.steps[:before]
	}
	if err := p.hardwareAddress(); err != nil {
		return err
	}
	p.add(setLinkUp{Device: p.device()})
	return nil
}

func static6Up(p *planner) error {
	s, err := p.static6()
	if err != nil {
		return err
	}
	if err := p.link6(); err != nil {
		return err
	}
	if life := p.stanza.Options.Value("preferred-lifetime"); life != "" && life != "forever" {
		p.add(notice{"preferred-lifetime " + life + " of " + s.addr.String() + " isn't set: no ioctl carries it"})
	}
	switch {
	case !p.has("dad-attempts"): // a syntax in which nobody waits unasked
	case s.attempts == 0 && p.alias():
		p.add(notice{"dad-attempts 0 of " + s.addr.String() + " isn't set: no ioctl carries it"})
	case s.attempts == 0:
		p.add(sysctl{p.device(), "accept_dad", "0"})
	}
	p.add(address6{p.device(), s.addr, s.prefix})
	for _, further := range s.further {
		p.add(address6{p.device(), further.addr, further.prefix})
	}
	p.addRoutes(s.routes)
	if s.attempts > 0 {
		p.add(settle6{p.device(), s.addr, s.attempts, s.interval})
		for _, further := range s.further {
			p.add(settle6{p.device(), further.addr, s.attempts, s.interval})
		}
	}
	return nil
}

func static6Down(p *planner) error {
	s, err := p.static6()
	if err != nil {
		return err
	}
	p.delRoutes(s.routes)
	for i := range s.further {
		further := s.further[len(s.further)-1-i]
		p.add(dropAddress6{p.device(), further.addr, further.prefix})
	}
	p.add(dropAddress6{p.device(), s.addr, s.prefix})
	return linkDown(p)
}

func auto6Up(p *planner) error {
	p.stanza.options.set("autoconf", "1")
	if err := p.link6(); err != nil || p.stanza.options.Value("dhcp") != "1" {
		return err
	}
	return p.stateless()
}
