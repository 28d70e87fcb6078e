package live

import (
	"testing"

	"classicnet/internal/netlab"
)

const busybox = "--dialect=busybox "

// busybox refuses names of labels that have no address, and options.
func TestBusyboxInterfaces(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := newLab(t, town+dynamic)
		lines := append([]string{"", "-a", "eth1:0", "eth1:web", "eth1:2", "lo:1", "ppp0:5"}, interfaces(lab)...)
		for _, line := range lines {
			same(t, lab, side{args: words(peer+" ifconfig", line)}, side{args: words("ifconfig", busybox+line)})
		}
	})
}

func TestBusyboxLinkTypes(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		netlab.Need(t, netlab.Root) // for addressLengths
		lab := newLab(t, linkTypes)
		same(t, lab, side{words(peer+" ifconfig", "-a"), zeroStale(addressLengths(t, lab))}, side{args: words("ifconfig", busybox+"-a")})
	})
}

func TestBusyboxRoutes(t *testing.T) {
	besideBusybox(t, func(t *testing.T, peer string) {
		lab := newLab(t, routes)
		lab.Etc("hosts", hosts)
		lab.Etc("networks", networks)
		for _, line := range []string{"", "-n", "-e", "-ne", "-ee", "-een", "-eee", "-A inet", "-A inet6", "-A inet6 -n", "-A inet6 -e"} {
			same(t, lab, side{args: words(peer+" route", line)}, side{args: words("route", busybox+line)})
		}
	})
}
