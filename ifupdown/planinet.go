package ifupdown

import (
	"net/netip"
	"strconv"
)

// maxLabel is the longest name of an interface or alias.
const maxLabel = 15

// label is the name that the stanza's IPv4 address gets: that of the interface,
// and an alias :s2, :s3 ... for the next stanzas of the same interface.
// An ioctl knows an address by its label only, so each needs its own.
func (p *planner) label() (string, error) {
	if p.nth == 0 {
		return p.target.iface, nil
	}
	label := p.device() + ":s" + strconv.Itoa(p.nth+1)
	if p.alias() {
		label = p.target.iface + "s" + strconv.Itoa(p.nth+1)
	}
	if len(label) > maxLabel {
		return "", &Error{p.stanza.Pos, "no room for the alias that a further address needs: " + label}
	}
	return label, nil
}

// static is what the options of an inet static stanza say.
type static struct {
	label           string
	addr, mask      netip.Addr
	broadcast, peer netip.Addr // the zero Addr for none
	routes          []route
	further         []static // the other addresses of the stanza
}

func (s *static) network() netip.Prefix { return prefixOf(s.addr, s.netmask()) }

// netmask is that of the address: with a peer the whole network isn't on the link.
func (s *static) netmask() netip.Addr {
	if s.peer.IsValid() {
		return hostMask()
	}
	return s.mask
}

func (p *planner) static() (s static, err error) {
	if s.label, err = p.label(); err != nil {
		return s, err
	}
	if s.addr, err = p.addr4("address"); err != nil {
		return s, err
	}
	text, err := p.one("netmask")
	if err != nil {
		return s, err
	}
	mask, ok := parseMask(text)
	if !ok || !contiguous(mask) {
		return s, p.refuse("netmask", "a netmask or 0 to 32")
	}
	s.mask = mask
	if p.has("pointopoint") {
		if s.peer, err = p.addr4("pointopoint"); err != nil {
			return s, err
		}
	}
	if err := p.broadcast(&s); err != nil {
		return s, err
	}
	networks := []netip.Prefix{s.network()}
	for _, q := range p.further() {
		further, err := q.static()
		if err != nil {
			return s, err
		}
		s.further, networks = append(s.further, further), append(networks, further.network())
	}
	s.routes, err = p.routes(networks, s.peer, p.device(), p.addr4)
	return s, err
}

func (p *planner) broadcast(s *static) error {
	if !p.has("broadcast") {
		return nil
	}
	text, err := p.one("broadcast")
	if err != nil {
		return err
	}
	a, ok := parse4(broadcastText(text, s.addr.String(), s.mask.String()))
	if !ok {
		return p.refuse("broadcast", "an IPv4 address, + or -")
	}
	s.broadcast = a
	return nil
}

func staticUp(p *planner) error {
	s, err := p.static()
	if err != nil {
		return err
	}
	if err := p.link(); err != nil {
		return err
	}
	if scope := p.stanza.options.Value("scope"); scope != "" && scope != "global" {
		p.add(notice{"scope " + scope + " of " + s.label + " isn't set: no ioctl carries it"})
	}
	p.add(s.add()...)
	p.add(setLinkUp{Device: p.device()})
	for _, further := range s.further {
		p.add(further.add()...)
	}
	p.addRoutes(s.routes)
	return nil
}

// add is the step that adds the address. 0.0.0.0 is none.
func (s *static) add() []step {
	if s.addr.IsUnspecified() {
		return nil
	}
	return []step{address{s.label, s.addr, s.netmask(), s.broadcast, s.peer}}
}

// drop is the step that removes it.
func (s *static) drop() []step {
	if s.addr.IsUnspecified() {
		return nil
	}
	return []step{dropAddress{s.label, s.addr, s.netmask()}}
}

func staticDown(p *planner) error {
	s, err := p.static()
	if err != nil {
		return err
	}
	p.delRoutes(s.routes)
	for i := range s.further {
		p.add(s.further[len(s.further)-1-i].drop()...)
	}
	p.add(s.drop()...)
	if p.nth > 0 {
		return nil // an earlier stanza takes the link down
	}
	return linkDown(p)
}
