package ifupdown

import (
	"golang.org/x/sys/unix"
)

// hookPath is the PATH of everything that is run.
const hookPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// clients are the DHCP clients that are known, the better first.
var clients = [...]struct {
	name string
	up   func(*planner) []string
	down func(*planner) Step
}{
	{"dhclient", dhclientStart, dhclientStop},
	{"udhcpc", udhcpcStart, udhcpcStop},
}

// client returns the index of the client that is there.
func (p *planner) client() (int, error) {
	for i := range clients {
		if findProgram(clients[i].name, p.command.env.Executable) != "" {
			return i, nil
		}
	}
	return 0, &Error{p.stanza.Pos, "no DHCP client: dhclient or udhcpc is needed"}
}

func dhcpUp(p *planner) error {
	if p.alias() {
		return &Error{p.stanza.Pos, "an alias can't have DHCP"}
	}
	i, err := p.client()
	if err != nil {
		return err
	}
	if err := p.hardwareAddress(); err != nil {
		return err
	}
	p.add(Program{clients[i].up(p), p.environ(phases[0].name)})
	return nil
}

func dhcpDown(p *planner) error {
	i, err := p.client()
	if err != nil {
		return err
	}
	p.add(clients[i].down(p), clearAddress(p.device()), LinkDown{Device: p.device(), MayFail: true})
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

func dhclientStop(p *planner) Step {
	return Program{dhclient(p, "-r"), p.environ(phases[2].name)}
}

func udhcpcStart(p *planner) []string {
	args := []string{"udhcpc", "-n", "-p", udhcpcPid(p), "-i", p.device()}
	if hostname := p.optional("hostname"); hostname != "" {
		args = append(args, "-x", "hostname:"+hostname)
	}
	return args
}

// udhcpcStop makes the client give its lease back and end.
func udhcpcStop(p *planner) Step {
	return Signals{udhcpcPid(p), []unix.Signal{unix.SIGUSR2, unix.SIGTERM}}
}

func udhcpcPid(p *planner) string { return "/run/udhcpc." + p.device() + ".pid" }
