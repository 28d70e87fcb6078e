package ifupdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// clientsVar names a folder with the files of Debian's packages isc-dhcp-client,
// dhcpcd-base and isc-dhcp-server, unpacked.
const clientsVar = "CLASSICNET_DHCP_CLIENTS"

// theirs is a folder of the lab's commands that has programs of these packages. Their
// files are in tmpfs', and dhclient's script and dhcpcd's are where they are unpacked.
const theirs = `mount -t tmpfs none /var/lib
mkdir -p /var/lib/dhcp /var/lib/dhcpcd /etc/dhcp
mount -t tmpfs none /usr/local/sbin
echo "script \"$CLIENTS/sbin/dhclient-script\";" >/etc/dhcp/dhclient.conf
cp /etc/dhcp/dhclient.conf /etc/dhcp/dhclient6.conf
printf 'script /bin/true\nnoarp\nnohook resolv.conf\n' >/etc/dhcpcd.conf
for i in sbin/dhclient usr/sbin/dhcpcd usr/sbin/dhcpd; do
	[ ! -x "$CLIENTS/$i" ] || ln -s "$CLIENTS/$i" /usr/local/sbin
done
`

// dhcp6Server runs dhcpd at the other end of eth1, and makes the links' addresses that
// IPv6's DHCP needs. Without a router dhcpcd asks for addresses only if it is told to.
const dhcp6Server = `mount -t tmpfs none /run
echo 0 >/proc/sys/net/ipv6/conf/eth1/addr_gen_mode
ip link set eth1 down
nsenter -t $PEERNS -n sh -e <<'END'
ip link set p-eth1 down
cd /proc/sys/net/ipv6/conf/p-eth1
for i in disable_ipv6 addr_gen_mode accept_dad; do echo 0 >$i; done
ip link set p-eth1 up
ip -6 addr add 2001:db8:9::1/64 dev p-eth1
END
printf 'default-lease-time 600;\nsubnet6 2001:db8:9::/64 { range6 2001:db8:9::50 2001:db8:9::60; }\n' >dhcpd6.conf
: >leases6
printf 'noipv6rs\ninterface eth1\nia_na 1\n' >>/etc/dhcpcd.conf
nsenter -t $PEERNS -n /usr/local/sbin/dhcpd -6 -q -f -cf "$PWD/dhcpd6.conf" -lf "$PWD/leases6" -pf "$PWD/dhcpd6.pid" p-eth1 </dev/null >server6 2>&1 &
`

// Real clients get an address from a real server and give it back, beside one that
// somebody else has set.
func TestDHCPClients(t *testing.T) {
	folder := os.Getenv(clientsVar)
	if folder == "" {
		t.Skip("no DHCP clients: " + clientsVar + " names none")
	}
	for _, c := range []struct{ client, family, server, address string }{
		{"dhclient", "inet", dhcpServer, "10.9.9.55/24"},
		{"dhcpcd", "inet", dhcpServer, "10.9.9.55/24"},
		{"dhclient", "inet6", dhcp6Server, "2001:db8:9::"},
		{"dhcpcd", "inet6", dhcp6Server, "2001:db8:9::"},
	} {
		t.Run(c.client+" of "+c.family, func(t *testing.T) {
			t.Parallel()
			netlab.Need(t, "busybox")
			l := newTools(t, "iface eth1 "+c.family+" dhcp\n hostname box\n up echo x >>ran\n")
			absolute, err := filepath.Abs(folder)
			if err != nil {
				t.Fatal(err)
			}
			l.Sh("CLIENTS=" + absolute + "\n" + theirs)
			for _, other := range []string{"dhclient", "dhcpcd"} {
				if other != c.client {
					l.Sh("rm -f /usr/local/sbin/" + other)
				}
			}
			if l.Sh("[ -e /usr/local/sbin/"+c.client+" ] || echo none") != "" {
				t.Skip(c.client + " isn't in " + folder)
			}
			if c.family == "inet6" && l.Sh("[ -e /usr/local/sbin/dhcpd ] || echo none") != "" {
				t.Skip("dhcpd isn't in " + folder)
			}
			l.Sh(c.server)
			l.Sh("ip addr add 192.0.2.9/24 dev eth1")
			up := l.try("ifup", "eth1")
			state := l.Sh("for i in $(seq 100); do ip -o addr show eth1 | grep -q ' " + c.address + "' && break; sleep 0.1; done; ip -o addr show eth1")
			if up.Exit != "0" || !strings.Contains(state, " "+c.address) || !strings.Contains(state, " 192.0.2.9/24") {
				t.Errorf("%+v\n%s\n%s", up, state, l.Sh("cat server* 2>/dev/null || :"))
			}
			down := l.try("ifdown", "eth1")
			state = l.Sh("ip -o addr show eth1")
			if down.Exit != "0" || strings.Contains(state, " "+c.address) || l.Sh("cat ran") != "x\n" {
				t.Errorf("ifdown: %+v\n%s", down, state)
			}
			if running := l.Sh("for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline 2>/dev/null | grep '^\\([^ ]* --argv0 \\)\\?[^ ]*" + c.client + "[: ]' || :; done"); running != "" {
				t.Errorf("still running: %s", running)
			}
		})
	}
}
