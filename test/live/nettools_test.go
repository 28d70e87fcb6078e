package live

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

const netTools = "--dialect=net-tools-2.10 "

func TestNetToolsInterfaces(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := newLab(t, town+dynamic)
		lines := append([]string{"", "-a", "-s", "-s -a", "-a -s", "eth1:0", "eth1:web", "eth1:2", "lo:1", "ppp0:5", "eth1:", "eth1:99", "-s eth1:10", "uplink0", "-s uplink0"}, interfaces(lab)...)
		for _, line := range lines {
			same(t, lab, side{args: words(peer.ifconfig, line)}, side{args: words("ifconfig", netTools+line)})
		}
	})
}

func TestNetToolsLinkTypes(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		netlab.Need(t, netlab.Root) // for addressLengths
		lab := newLab(t, linkTypes)
		clean := zeroStale(addressLengths(t, lab))
		for _, line := range []string{"-a", "-s -a"} {
			same(t, lab, side{words(peer.ifconfig, line), clean}, side{args: words("ifconfig", netTools+line)})
		}
	})
}

func TestNetToolsRoutes(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := newLab(t, routes)
		lab.Etc("hosts", hosts)
		lab.Etc("networks", networks)
		for _, line := range []string{
			"", "-n", "-N", "-e", "-ne", "-ee", "-een", "-eee", "-eeeen", "-v", "-F", "-C", "-Cn", "-FC", "-Ceen",
			"-A inet", "-A inet6", "-A inet6 -n", "-6n", "-6ee", "-6C", "-6FCn", "-A inet6,inet -n", "--inet --inet6",
		} {
			same(t, lab, side{args: words(peer.route, line)}, side{args: words("route", netTools+line)})
		}
	})
}

// TestLabelsWithoutAnInterface: a label of an address that is no interface's name
// is told alike by net-tools, and by busybox.
func TestLabelsWithoutAnInterface(t *testing.T) {
	besideNetTools(t, func(t *testing.T, peer netToolsPeer) {
		lab := newLab(t, labels)
		for _, line := range []string{"", "-a", "-s", "zz0lab", "zz0"} {
			theirs, ours := lab.Run(words(peer.ifconfig, line)...), lab.Run(words("ifconfig", netTools+line)...)
			theirs.Stderr = strings.ReplaceAll(theirs.Stderr, peer.ifconfig+": ", "ifconfig: ")
			if theirs.Stdout != ours.Stdout || theirs.Stderr != ours.Stderr || theirs.Exit != ours.Exit {
				t.Errorf("%q: net-tools %+v, ours %+v", line, theirs, ours)
			}
		}
	})
}

func TestBusyboxLabelsWithoutAnInterface(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := newLab(t, labels)
		theirs, ours := lab.Run(peer, "ifconfig"), lab.Run(words("ifconfig", busybox)...)
		if theirs.Stdout != ours.Stdout || theirs.Exit != ours.Exit {
			t.Errorf("busybox %+v, ours %+v", theirs, ours)
		}
	})
}
