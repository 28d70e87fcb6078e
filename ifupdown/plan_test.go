package ifupdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// steps are what -n prints for a stanza, without hook folders.
func steps(t *testing.T, program, text string) string {
	t.Helper()
	w := write(t, newWorld(), text)
	w.scripts["/sbin/udhcpc"] = true
	_, rest, _ := strings.Cut(text, "iface ")
	name := strings.Fields(rest)[0]
	r := w.run(program, "-n", "--no-scripts", "--force", name)
	if w.String() != "" {
		t.Errorf("-n did something:\n%s", w)
	}
	return r.Stderr
}

func TestPlan(t *testing.T) {
	for _, c := range []struct{ name, text, up, down string }{
		{"static", "iface eth1 inet static\naddress 192.168.1.1\nnetmask 255.255.255.0\n", `
# SIOCSIFADDR eth1 192.168.1.1
# SIOCSIFNETMASK eth1 255.255.255.0
# SIOCSIFBRDADDR eth1 192.168.1.255
# SIOCSIFFLAGS eth1 up
`, `
# SIOCSIFADDR eth1 0.0.0.0
# SIOCSIFFLAGS eth1 down
`},
		{"alias", "iface eth1:0 inet static\naddress 192.168.0.1/24\ngateway 192.168.0.9\n", `
# SIOCSIFADDR eth1:0 192.168.0.1
# SIOCSIFNETMASK eth1:0 255.255.255.0
# SIOCSIFBRDADDR eth1:0 192.168.0.255
# SIOCSIFFLAGS eth1 up
# SIOCADDRT default via 192.168.0.9 dev eth1
`, `
# SIOCDELRT default via 192.168.0.9 dev eth1
# SIOCSIFFLAGS eth1:0 down
`},
		{"all options", `iface eth1 inet static
address 10.0.0.1
netmask 24
broadcast -
pointopoint 10.9.0.1
gateway 10.9.0.1
metric 5
mtu 1400
hwaddress ether 02:00:00:00:00:01
scope link
`, `
# SIOCSIFHWADDR eth1 02:00:00:00:00:01
# SIOCSIFMTU eth1 1400
# scope link of eth1 isn't set: no ioctl carries it
# SIOCSIFADDR eth1 10.0.0.1
# SIOCSIFNETMASK eth1 255.255.255.255
# SIOCSIFBRDADDR eth1 10.0.0.0
# SIOCSIFDSTADDR eth1 10.9.0.1
# SIOCSIFFLAGS eth1 up
# SIOCADDRT default via 10.9.0.1 metric 5 dev eth1
`, `
# SIOCDELRT default via 10.9.0.1 metric 5 dev eth1
# SIOCSIFADDR eth1 0.0.0.0
# SIOCSIFFLAGS eth1 down
`},
		{"gateway elsewhere", "iface e inet static\naddress 10.0.0.1/32\ngateway 192.0.2.1\nscope global\n", `
# SIOCSIFADDR e 10.0.0.1
# SIOCSIFNETMASK e 255.255.255.255
# SIOCSIFBRDADDR e 10.0.0.1
# SIOCSIFFLAGS e up
# SIOCADDRT 192.0.2.1/32 dev e
# SIOCADDRT default via 192.0.2.1 dev e
`, `
# SIOCDELRT default via 192.0.2.1 dev e
# SIOCDELRT 192.0.2.1/32 dev e
# SIOCSIFADDR e 0.0.0.0
# SIOCSIFFLAGS e down
`},
		{"second address", `iface eth1 inet static
address 10.0.0.1/8
iface eth1 inet6 manual
iface eth1 inet static
address 10.0.0.2/8
`, `
# SIOCSIFADDR eth1 10.0.0.1
# SIOCSIFNETMASK eth1 255.0.0.0
# SIOCSIFBRDADDR eth1 10.255.255.255
# SIOCSIFFLAGS eth1 up
# SIOCSIFFLAGS eth1 up
# SIOCSIFADDR eth1:s2 10.0.0.2
# SIOCSIFNETMASK eth1:s2 255.0.0.0
# SIOCSIFBRDADDR eth1:s2 10.255.255.255
# SIOCSIFFLAGS eth1 up
`, `
# SIOCSIFADDR eth1 0.0.0.0
# SIOCSIFFLAGS eth1 down
# SIOCSIFFLAGS eth1 down
# SIOCSIFFLAGS eth1:s2 down
`},
		{"unit of IPv6", "iface m inet6 manual\nmtu 1400\nhwaddress 02:00:00:00:00:01\n", `
# SIOCSIFHWADDR m 02:00:00:00:00:01
# SIOCSIFMTU m 1400 (of IPv6 alone if the device has more)
# SIOCSIFFLAGS m up
`, `
# SIOCSIFFLAGS m down
`},
		{"no network", "iface e inet static\naddress 10.0.0.1/0\ngateway 10.0.0.9\n", `
# SIOCSIFADDR e 10.0.0.1
# SIOCSIFNETMASK e 0.0.0.0
# SIOCSIFBRDADDR e 255.255.255.255
# SIOCSIFFLAGS e up
# SIOCADDRT 10.0.0.9/32 dev e
# SIOCADDRT default via 10.0.0.9 dev e
`, `
# SIOCDELRT default via 10.0.0.9 dev e
# SIOCDELRT 10.0.0.9/32 dev e
# SIOCSIFADDR e 0.0.0.0
# SIOCSIFFLAGS e down
`},
		{"no gateway", "iface e inet6 static\naddress 2001:db8::1/64\ngateway ::\ndad-attempts 0\n", `
# write /proc/sys/net/ipv6/conf/e/accept_ra 0
# write /proc/sys/net/ipv6/conf/e/autoconf 0
# SIOCSIFFLAGS e up
# write /proc/sys/net/ipv6/conf/e/accept_dad 0
# SIOCSIFADDR e 2001:db8::1/64
# SIOCADDRT default via :: dev e
`, `
# SIOCDELRT default via :: dev e
# SIOCDIFADDR e 2001:db8::1/64
# SIOCSIFFLAGS e down
`},
		{"commands", "iface m inet manual\npre-up 1\nup 2\npost-up 3\npre-down 4\ndown 5\npost-down 6\nmtu 1400\n", `
1
# SIOCSIFMTU m 1400
# SIOCSIFFLAGS m up
2
3
`, `
4
5
# SIOCSIFADDR m 0.0.0.0
# SIOCSIFFLAGS m down
6
`},
		{"manual alias", "iface m:1 inet manual\n", "\n# SIOCSIFFLAGS m up\n", "\n"},
		{"loopback", "iface lo inet loopback\n", "\n# SIOCSIFFLAGS lo up\n", "\n# SIOCSIFFLAGS lo down\n"},
		{"inet6 static", "iface e inet6 static\naddress 2001:db8::1/64\ngateway 2001:db8::9\nmetric 3\ndad-attempts 2\n", `
# write /proc/sys/net/ipv6/conf/e/accept_ra 0
# write /proc/sys/net/ipv6/conf/e/autoconf 0
# SIOCSIFFLAGS e up
# SIOCSIFADDR e 2001:db8::1/64
# SIOCADDRT default via 2001:db8::9 metric 3 dev e
# wait for 2001:db8::1 on e
`, `
# SIOCDELRT default via 2001:db8::9 metric 3 dev e
# SIOCDIFADDR e 2001:db8::1/64
# SIOCSIFFLAGS e down
`},
		{"inet6 all", `iface e:0 inet6 static
address 2001:db8::1
gateway fe80::1
accept_ra 2
autoconf 1
privext 1
dad-attempts 0
preferred-lifetime 100
mtu 1300
hwaddress random
`, `
# SIOCSIFHWADDR e random
# SIOCSIFFLAGS e up
# preferred-lifetime 100 of 2001:db8::1 isn't set: no ioctl carries it
# dad-attempts 0 of 2001:db8::1 isn't set: no ioctl carries it
# SIOCSIFADDR e 2001:db8::1/128
# SIOCADDRT default via fe80::1 dev e
`, `
# SIOCDELRT default via fe80::1 dev e
# SIOCDIFADDR e 2001:db8::1/128
`},
		{"inet6 auto", "iface e inet6 auto\nprivext 2\ndhcp 1\n", `
# write /proc/sys/net/ipv6/conf/e/use_tempaddr 2
# write /proc/sys/net/ipv6/conf/e/accept_ra 2
# write /proc/sys/net/ipv6/conf/e/autoconf 1
# SIOCSIFFLAGS e up
# dhcp 1 of e isn't done: dhclient is needed
`, `
# SIOCSIFFLAGS e down
`},
		{"dhcp", "iface e inet dhcp\nhostname \"h; reboot\" # x\nhwaddress ether 02:00:00:00:00:01\n", `
# SIOCSIFHWADDR e 02:00:00:00:00:01
udhcpc -R -n -p /run/udhcpc.e.pid -i e -x hostname:h; reboot
`, `
# end the process in /run/udhcpc.e.pid
# SIOCSIFADDR e 0.0.0.0
# SIOCSIFFLAGS e down
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.up, "\n"+steps(t, "ifup", c.text)); diff != "" {
				t.Errorf("ifup:\n%s", diff)
			}
			if diff := cmp.Diff(c.down, "\n"+steps(t, "ifdown", c.text)); diff != "" {
				t.Errorf("ifdown:\n%s", diff)
			}
		})
	}
}

// dhclient is taken where it is there, and its words are never a shell's.
func TestPlanDhclient(t *testing.T) {
	for _, c := range []struct{ options, want string }{
		{"", "dhclient -4 -v -i -pf /run/dhclient.e.pid -lf /var/lib/dhcp/dhclient.e.leases -I -df /var/lib/dhcp/dhclient6.e.leases e"},
		{"client no\nmetric 5\n", "dhclient -4 -v -pf /run/dhclient.e.pid -lf /var/lib/dhcp/dhclient.e.leases -I " +
			"-df /var/lib/dhcp/dhclient6.e.leases e -e IF_METRIC=5"},
	} {
		w := write(t, newWorld("e"), "iface e inet dhcp\n"+c.options)
		w.scripts["/usr/sbin/dhclient"], w.scripts["/sbin/udhcpc"] = true, true
		if r := w.run("ifup", "-n", "--no-scripts", "e"); r.Stderr != c.want+"\n" {
			t.Errorf("%s: %s", c.options, r.Stderr)
		}
	}
}

// A value that makes no sense is refused at its place, before anything is done.
func TestPlanRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"static\nmtu 1", "1:7: option address is missing: an IPv4 address"},
		{"static\naddress 10.0.0.256/24", "2:9: address 10.0.0.256: not an IPv4 address"},
		{"static\naddress 10.0.0.1/33", "netmask 33: not a netmask or 0 to 32"},
		{"static\naddress 10.0.0.1\nnetmask 255.0.255.0", "3:9: netmask 255.0.255.0: not a netmask or 0 to 32"},
		{"static\naddress 10.0.0.1/8\n gateway  ::1", "3:11: gateway ::1: not an IPv4 address"},
		{"static\naddress 10.0.0.1/8\nbroadcast x", "3:11: broadcast x: not an IPv4 address, + or -"},
		{"static\naddress 10.0.0.1/8\npointopoint x", "3:13: pointopoint x: not an IPv4 address"},
		{"static\naddress 10.0.0.1/8\nmtu 1e3", "3:5: mtu 1e3: not a number up to 16777216"},
		{"static\naddress 10.0.0.1/8\ngateway 10.0.0.2\nmetric 4294967296", "4:8: metric 4294967296: not a number up to 4294967295"},
		{"tunnel\naddress 10.0.0.1", "1:7: method tunnel of inet isn't supported"},
		{"dhcp", "1:7: no DHCP client: dhclient, udhcpc or dhcpcd is needed"},
	} {
		w := write(t, newWorld("eth1"), "iface eth1 inet "+c.text+"\n")
		got := w.run("ifup", "eth1")
		if w.String() != "" || got.Status != 1 || !strings.Contains(got.Stderr, c.want+"\nifup: failed to bring up eth1\n") {
			t.Errorf("%s: %+v\n%s", c.text, got, w)
		}
	}
}

func TestPlanRefuses6(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"address 10.0.0.1/24", "2:9: address 10.0.0.1: not an IPv6 address"},
		{"address fe80::1%eth1/64", "2:9: address fe80::1%eth1: not an IPv6 address"},
		{"address fe80::1/129", "netmask 129: not a number up to 128"},
		{"address fe80::1/64\naccept_ra 3", "3:11: accept_ra 3: not a number up to 2"},
		{"address fe80::1/64\ndad-interval NaN", "3:14: dad-interval NaN: not seconds, as 0.1"},
		{"address fe80::1/64\ndad-attempts -1", "3:14: dad-attempts -1: not a number up to 1048576"},
		{"address fe80::1/64\ngateway auto", "3:9: gateway auto: not an IPv6 address"},
	} {
		w := write(t, newWorld("eth1"), "iface eth1 inet6 static\n"+c.text+"\n")
		got := w.run("ifup", "eth1")
		if w.String() != "" || got.Status != 1 || !strings.Contains(got.Stderr, c.want+"\n") {
			t.Errorf("%s: %+v\n%s", c.text, got, w)
		}
	}
}

// A wrong value in a later stanza keeps the earlier ones from being done.
func TestPlanIsWhole(t *testing.T) {
	w := write(t, newWorld("eth1"), "iface eth1 inet static\naddress 10.0.0.1/8\niface eth1 inet6 static\naddress x\n")
	if r := w.run("ifup", "eth1"); r.Status != 1 || w.String() != "" {
		t.Errorf("%+v\n%s", r, w)
	}
}

// There is room for a label or there isn't; it is never cut.
func TestPlanLabel(t *testing.T) {
	text := "iface eth0123456789 inet static\naddress 10.0.0.1/8\niface eth0123456789 inet static\naddress 10.0.0.2/8\n"
	got := steps(t, "ifup", text)
	want := "ifup: interfaces:3:7: no room for the alias that a further address needs: eth0123456789:s2\n" +
		"ifup: failed to bring up eth0123456789\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
