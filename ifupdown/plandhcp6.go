package ifupdown

import (
	"slices"

	"golang.org/x/sys/unix"
)

// clients6 are the DHCPv6 clients that are known, the better first.
var clients6 = [...]client{
	{"dhclient", dhclient6Start, dhclient6Stop},
	{"dhcpcd", dhcpcd6Start, dhcpcd6Stop},
	{"udhcpc6", udhcpc6Start, udhcpc6Stop},
	{"odhcp6c", odhcp6cStart, odhcp6cStop},
}

const noClient6 = "no DHCPv6 client: dhclient, dhcpcd, udhcpc6 or odhcp6c is needed"

func dhcp6Up(p *planner) error {
	if p.alias() {
		return p.undone("an alias can't have DHCP")
	}
	client := p.client(clients6[:])
	if client == nil {
		return p.undone(noClient6)
	}
	if err := p.link6(); err != nil {
		return err
	}
	if err := p.settleLink6(); err != nil {
		return err
	}
	p.add(program{client.up(p), p.environOfMethod()})
	return nil
}

func (p *planner) settleLink6() error {
	attempts, err := p.number("ll-attempts", maxAttempts)
	if err != nil {
		return err
	}
	interval, err := p.seconds("ll-interval")
	if err == nil && attempts > 0 {
		p.add(settleLink6{p.device(), attempts, interval})
	}
	return err
}

func dhcp6Down(p *planner) error {
	if client := p.client(clients6[:]); client != nil {
		p.add(client.down(p))
	}
	return linkDown(p)
}

// stateless asks for what isn't an address, of an interface that has its addresses
// from router advertisements.
func (p *planner) stateless() error {
	if client := p.client(clients6[:]); client == nil || client.name != "dhclient" {
		p.add(notice{"dhcp 1 of " + p.target.iface + " isn't done: dhclient is needed"})
		return nil
	}
	if err := p.settleLink6(); err != nil {
		return err
	}
	words := []string{"-1", "-v", "-S"}
	if p.prefix() {
		words = []string{"-v", "-P"} // which is more than can be asked for by -S
	}
	p.add(program{dhclient6(p, words, nil), p.environOfMethod()})
	return nil
}

func auto6Down(p *planner) error {
	if client := p.client(clients6[:]); p.stanza.options.Value("dhcp") == "1" && client != nil && client.name == "dhclient" {
		p.add(client.down(p))
	}
	return linkDown(p)
}

// dhclient6 are the words for dhclient, with those that come before its files and behind
// them.
func dhclient6(p *planner, before, behind []string) []string {
	return slices.Concat([]string{"dhclient", "-6"}, before, []string{
		"-pf", "/run/dhclient6." + p.device() + ".pid",
		"-lf", "/var/lib/dhcp/dhclient6." + p.device() + ".leases", "-I",
	}, behind, []string{"-df", "/var/lib/dhcp/dhclient." + p.device() + ".leases", p.device()})
}

// prefix tells whether a prefix is asked for as well.
func (p *planner) prefix() bool { return p.stanza.options.Value("request_prefix") == "1" }

func dhclient6Start(p *planner) []string {
	if p.prefix() {
		return dhclient6(p, []string{"-v"}, []string{"-P", "-N"})
	}
	return dhclient6(p, []string{"-v"}, nil)
}

func dhclient6Stop(p *planner) step {
	return program{dhclient6(p, []string{"-v", "-r"}, nil), p.environOfMethod()}
}

func dhcpcd6Start(p *planner) []string { return []string{"dhcpcd", "-6", p.device()} }

func dhcpcd6Stop(p *planner) step {
	return program{[]string{"dhcpcd", "-6", "-k", p.device()}, p.environOfMethod()}
}

func udhcpc6Start(p *planner) []string {
	args := []string{"udhcpc6", "-R", "-n", "-p", pid6("udhcpc6", p), "-i", p.device()}
	if p.prefix() {
		args = append(args, "-d")
	}
	return args
}

func udhcpc6Stop(p *planner) step {
	return signals{pid6("udhcpc6", p), []unix.Signal{unix.SIGUSR2, unix.SIGTERM}}
}

// odhcp6cStart leaves the client in the background; it releases when it ends.
func odhcp6cStart(p *planner) []string {
	args := []string{"odhcp6c", "-d", "-p", pid6("odhcp6c", p)}
	if p.prefix() {
		args = append(args, "-P", "0")
	}
	return append(args, p.device())
}

func odhcp6cStop(p *planner) step {
	return signals{pid6("odhcp6c", p), []unix.Signal{unix.SIGTERM}}
}

func pid6(client string, p *planner) string { return "/run/" + client + "." + p.device() + ".pid" }
