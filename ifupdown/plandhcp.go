package ifupdown

import (
	"strings"

	"golang.org/x/sys/unix"
)

// hookPath is the PATH of everything that is run. Its first folder has the scripts of
// Debian's package, which is where it has looked since 0.8.42.
const hookPath = "/usr/lib/ifupdown:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// client is a DHCP client.
type client struct {
	name string
	up   func(*planner) []string
	down func(*planner) step
}

// clients are those that are known, the better first.
var clients = [...]client{
	{"dhclient", dhclientStart, dhclientStop},
	{"udhcpc", udhcpcStart, udhcpcStop},
	{"dhcpcd", dhcpcdStart, dhcpcdStop},
}

// client returns the one of a list that is there, nil if none is.
func (p *planner) client(list []client) *client {
	for i := range list {
		if findProgram(list[i].name, p.command.env.Executable) != "" {
			return &list[i]
		}
	}
	return nil
}

func dhcpUp(p *planner) error {
	if p.alias() {
		return p.undone("an alias can't have DHCP")
	}
	client := p.client(clients[:])
	if client == nil {
		return p.undone("no DHCP client: dhclient, udhcpc or dhcpcd is needed")
	}
	if err := p.hardwareAddress(); err != nil {
		return err
	}
	p.add(program{client.up(p), p.environOfMethod()})
	return nil
}

func dhcpDown(p *planner) error {
	if client := p.client(clients[:]); client != nil {
		p.add(client.down(p))
	}
	p.add(clearAddress{p.device()}, setLinkDown{Device: p.device(), MayFail: true})
	return nil
}

func dhclient(p *planner, words ...string) []string {
	args := []string{"dhclient", "-4", "-v"}
	if p.optional("client") != "no" {
		args = append(args, "-i")
	}
	args = append(args, words...)
	return append(args,
		"-pf", "/run/dhclient."+p.device()+".pid",
		"-lf", "/var/lib/dhcp/dhclient."+p.device()+".leases",
		"-I", "-df", "/var/lib/dhcp/dhclient6."+p.device()+".leases",
		p.device())
}

func dhclientStart(p *planner) []string {
	args := dhclient(p)
	if metric := p.optional("metric"); metric != "" {
		args = append(args, "-e", "IF_METRIC="+metric)
	}
	return args
}

func dhclientStop(p *planner) step {
	return program{dhclient(p, "-r"), p.environOfMethod()}
}

func udhcpcStart(p *planner) []string {
	args := []string{"udhcpc", "-R", "-n", "-p", udhcpcPid(p), "-i", p.device()}
	if hostname := p.optional("hostname"); hostname != "" {
		args = append(args, "-x", "hostname:"+hostname)
	}
	if id := p.optional("client"); id != "" && id != "no" {
		args = append(args, "-x", "0x3d:00"+hex(id)) // -c of old, which is gone
	}
	for _, o := range [...]struct{ option, letter string }{{"vendor", "-V"}, {"script", "-s"}} {
		if value := p.optional(o.option); value != "" {
			args = append(args, o.letter, value)
		}
	}
	return append(args, p.words("udhcpc_opts")...)
}

// hex writes bytes as two digits each.
func hex(text string) string {
	const digits = "0123456789abcdef"
	var b []byte
	for i := range len(text) {
		b = append(b, digits[text[i]>>4], digits[text[i]&15])
	}
	return string(b)
}

// words are those of an option that is part of a command line, without a shell.
func (p *planner) words(option string) []string {
	text := p.optional(option)
	if text == "" {
		return nil
	}
	words, err := shellWords(p.stanza.Options.Value(option))
	if err != nil {
		return strings.Fields(text)
	}
	return words
}

// dhcpcdOptions are the options of stanzas that dhcpcd takes.
var dhcpcdOptions = [...]struct{ option, letter string }{
	{"hostname", "-h"}, {"vendor", "-i"}, {"client", "-I"}, {"leasetime", "-l"}, {"metric", "-m"},
}

func dhcpcdStart(p *planner) []string {
	args := []string{"dhcpcd"}
	for _, o := range dhcpcdOptions {
		if value := p.optional(o.option); value != "" {
			args = append(args, o.letter, value)
		}
	}
	return append(args, p.device())
}

func dhcpcdStop(p *planner) step {
	return program{[]string{"dhcpcd", "-k", p.device()}, p.environOfMethod()}
}

// udhcpcStop makes the client give its lease back and end.
func udhcpcStop(p *planner) step {
	return signals{udhcpcPid(p), []unix.Signal{unix.SIGUSR2, unix.SIGTERM}}
}

func udhcpcPid(p *planner) string { return "/run/udhcpc." + p.device() + ".pid" }
