package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the commands of a stanza set goes with it, whoever's ifup ran them, so that they
// can set it again; what somebody else sets meanwhile stays.
func TestAddressesOfCommands(t *testing.T) {
	t.Parallel()
	l := newTools(t, `iface eth1 inet static
 pre-up ip addr add 10.44.0.1/24 dev eth1 label eth1:pre
 address 10.1.0.1/24
 up ip addr add 10.1.0.77/24 dev eth1
 up ip addr add 10.1.0.78/24 dev eth1; ip addr add 10.2.0.78/32 dev eth1
 up ip addr add 10.3.0.1/24 dev eth1 label eth1:own
 down ip addr del 10.3.0.1/24 dev eth1
`)
	const others = "10.9.0.1/24"
	addresses := func() string {
		return l.Sh("ip -o -4 addr show dev eth1 | sed 's/.* inet //; s/ .*//' | sort | tr '\n' ' '")
	}
	for _, another := range []bool{false, true} {
		l.do("ifup", "eth1")
		if got := addresses(); got != "10.1.0.1/24 10.1.0.77/24 10.1.0.78/24 10.2.0.78/32 10.3.0.1/24 10.44.0.1/24 " {
			t.Error(another, got)
		}
		if another {
			l.Sh("echo eth1 >state/ifstate.eth1") // all that Debian's writes
		}
		l.Sh("ip addr add " + others + " dev eth1 label eth1:9")
		l.do("ifdown", "eth1")
		if got := addresses(); got != others+" " {
			t.Error(another, got)
		}
		l.Sh("ip addr flush dev eth1")
	}
}

// A lease, or what another program sets while commands run, isn't theirs; what an option
// names and a command or a script sets is.
func TestAddressesWhileCommandsRun(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/8\nvip 192.168.7.1\nup ip addr add $IF_VIP/24 dev v0\nup dhclient v0\n")
	w.onRun = func(i Invocation) {
		if strings.HasSuffix(strings.Join(i.Args, " "), "dhclient v0") {
			w.give(map[string]string{"v0:vip": "192.168.7.1", "v0:7": "172.16.0.1"})
		}
	}
	w.run("ifup", "v0")
	w.run("ifdown", "v0")
	if diff := cmp.Diff("v0:7 172.16.0.1 255.255.0.0", w.state()); diff != "" {
		t.Error(diff)
	}
}

// An alias that a command brings up by ifup is its own interface's.
func TestAddressesOfNestedIfup(t *testing.T) {
	w := write(t, newWorld("v0"), "iface v0 inet static\naddress 10.0.0.1/8\nup nested\nup 172.16.0.1\n"+
		"iface v0:1 inet static\naddress 192.168.0.1/24\naddress 192.168.0.2/24\n")
	w.onRun = func(i Invocation) {
		switch text := strings.Join(i.Args, " "); {
		case strings.HasSuffix(text, "nested"):
			w.run("ifup", "v0:1")
		default:
			w.give(map[string]string{"v0:web": "172.16.0.1"})
		}
	}
	w.run("ifup", "v0")
	all := "v0 10.0.0.1 255.0.0.0\nv0 up\nv0:1 192.168.0.1 255.255.255.0\nv0:1s2 192.168.0.2 255.255.255.0"
	if diff := cmp.Diff(all+"\nv0:web 172.16.0.1 255.255.0.0", w.state()); diff != "" {
		t.Error(diff)
	}
	for _, store := range []string{w.store["ifstate.v0"], "v0\n"} {
		w.store["ifstate.v0"] = store
		w.run("ifdown", "v0")
		if got := w.state(); !strings.HasPrefix(got, "v0:1 192.168.0.1 255.255.255.0\nv0:1s2 ") || strings.Contains(got, "172") {
			t.Error(got)
		}
		w.run("ifup", "v0")
	}
}
