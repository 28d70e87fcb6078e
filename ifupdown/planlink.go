package ifupdown

// maxMTU is more than any device takes.
const maxMTU = 1 << 24

// link adds what is set on the link itself before it goes up.
func (p *planner) link() error {
	if err := p.hardwareAddress(); err != nil {
		return err
	}
	return p.mtu(func(bytes int) step { return setMTU{p.device(), bytes} })
}

func (p *planner) hardwareAddress() error {
	if !p.has("hwaddress") {
		return nil
	}
	text, err := p.text("hwaddress")
	if err != nil {
		return err
	}
	hw := Options{{Name: "hwaddress", Value: text}}
	convertLink(&hw) // a method that doesn't convert takes it as well
	p.add(hardwareAddress{p.device(), hw.Value("hwaddress")})
	return nil
}

func (p *planner) mtu(step func(int) step) error {
	bytes, err := p.number("mtu", maxMTU)
	if err == nil && p.has("mtu") {
		p.add(step(bytes))
	}
	return err
}

// linkUp is all of a loopback: with the link the kernel makes its addresses.
func linkUp(p *planner) error {
	p.add(setLinkUp{Device: p.device()})
	return nil
}

// linkUpMaybe is that of IPv6, whose addresses mayn't be there.
func linkUpMaybe(p *planner) error {
	p.add(setLinkUp{Device: p.device(), MayFail: true})
	return nil
}

func linkDown(p *planner) error {
	if !p.alias() {
		p.add(setLinkDown{Device: p.device(), MayFail: true})
	}
	return nil
}

// manualUp sets what the link is told to have. That the device isn't there yet
// is no error: the stanza's commands may be about to make it.
func manualUp(p *planner) error {
	err := p.link()
	p.add(setLinkUp{Device: p.device(), MayFail: true})
	return err
}

// manual6Up is that of IPv6, whose unit isn't the device's.
func manual6Up(p *planner) error {
	if err := p.hardwareAddress(); err != nil {
		return err
	}
	err := p.mtu(func(bytes int) step { return setMTU6{p.device(), bytes} })
	p.add(setLinkUp{Device: p.device(), MayFail: true})
	return err
}

// manualDown leaves an alias to the commands that made it, and the link of
// the others up with -a, as Debian's does: at shutdown something may
// still be using it.
func manualDown(p *planner) error {
	if p.alias() {
		return nil
	}
	p.add(clearAddress{p.device()})
	if p.command.options.All {
		return nil
	}
	return linkDown(p)
}

func nothing(*planner) error { return nil }
