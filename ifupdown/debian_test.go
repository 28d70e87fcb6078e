package ifupdown

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// both is a lab with Debian's commands beside ours.
func both(t *testing.T, text string) (l tools, theirs func(args ...string) string) {
	o := debian(t)
	l = newTools(t, text)
	folder, err := filepath.Abs(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	return l, func(args ...string) string {
		t.Helper()
		line := append([]string{filepath.Join(folder, args[0]), "-i", "interfaces", "--state-dir", "state", "--no-scripts"}, args[1:]...)
		r := l.Run(line...)
		if r.Exit != "0" {
			t.Errorf("Debian's %v: %+v", args, r)
		}
		return r.Stdout + r.Stderr
	}
}

// Either leaves the same in the kernel, up and down.
func TestDebianLeavesTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text string }{
		{"tutorial", tutorial},
		{"static", "auto eth1\niface eth1 inet static\n address 10.0.0.1/24\n broadcast 10.0.0.254\n mtu 1400\n" +
			" hwaddress ether 02:00:00:00:00:77\n"},
		{"pointopoint", "auto eth1\niface eth1 inet static\n address 10.0.0.1/32\n pointopoint 10.9.0.1\n"},
		{"manual", "auto eth1\niface eth1 inet manual\n mtu 1300\n"},
		{"inet6", "auto eth1\niface eth1 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n"},
		{"classful", "auto eth1\niface eth1 inet static\n address 172.16.3.4\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, theirs := both(t, c.text)
			theirs("ifup", "-a")
			up := strings.ReplaceAll(settled(l, c.text), " nodad", "") // a mark that no ioctl can set
			theirs("ifdown", "-a")
			down := l.State()
			l.do("ifup", "-a")
			if diff := cmp.Diff(inOrder(up), inOrder(l.State())); diff != "" {
				t.Errorf("ifup -a (-Debian +ours):\n%s", diff)
			}
			l.do("ifdown", "-a")
			if diff := cmp.Diff(inOrder(down), inOrder(l.State())); diff != "" {
				t.Errorf("ifdown -a (-Debian +ours):\n%s", diff)
			}
		})
	}
}

// settled is the state when the kernel has made the route of an IPv6 address, which it
// does behind Debian's back.
func settled(l tools, text string) string {
	for range 100 {
		state := l.State()
		if !strings.Contains(text, "2001:db8::1") || strings.Contains(state, "local 2001:db8::1 ") {
			return state
		}
		time.Sleep(50 * time.Millisecond)
	}
	return l.State()
}

// Either knows what the other brought up, and takes it down.
func TestDebianState(t *testing.T) {
	t.Parallel()
	l, theirs := both(t, tutorial)
	l.do("ifup", "-a")
	if diff := cmp.Diff(l.do("ifquery", "--state"), theirs("ifquery", "--state")); diff != "" {
		t.Error(diff)
	}
	if said := theirs("ifup", "eth1"); !strings.Contains(said, "already configured") {
		t.Error(said)
	}
	theirs("ifdown", "-a")
	if got := l.do("ifquery", "--state"); got != "" {
		t.Error(got)
	}
	theirs("ifup", "-a")
	if said := l.try("ifup", "eth1").Stderr; !strings.Contains(said, "already configured") {
		t.Error(said)
	}
	l.do("ifdown", "-a")
	if got := theirs("ifquery", "--state"); got != "" {
		t.Error(got)
	}
}

// hookOptions are some that scripts of other packages take: resolvconf, wireless-tools,
// wpasupplicant, ethtool.
const hookOptions = ` dns-nameservers 192.0.2.1 192.0.2.2
 dns-nameserver 192.0.2.3
 dns-nameserver 192.0.2.4
 dns_domain example.org
 wireless-essid My Net
 wireless_key s:secret
 wpa-ssid "My Net"
 wpa-key-mgmt WPA-PSK
 link-speed 100
 ethernet-wol g
 hardware-dma-ring-rx 5
 Odd.Name_x-1 v
`

// Scripts of both see the same variables, but for the one that is ours, and so do the
// programs of a method: a DHCP client hands them on to scripts of its own.
func TestDebianHooksSeeTheSame(t *testing.T) {
	t.Parallel()
	o := debian(t)
	l := newTools(t, "iface eth1 inet static\n address 10.0.0.1/24\n"+hookOptions+
		"iface eth1 inet6 static\n address 2001:db8::1/64\n dad-attempts 0\n dns-nameservers 2001:db8::53\n"+
		"iface eth2 inet dhcp\n hostname box\n"+hookOptions+"iface eth2 inet6 dhcp\n ll-attempts 0\n request_prefix 1\n")
	folder, err := filepath.Abs(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	// Debian's looks for clients in the system's folders alone
	l.Sh(`mkdir real; mount --bind /usr/sbin real
	mount -t tmpfs none /usr/sbin; ln -s "$PWD"/real/* /usr/sbin; rm -f /usr/sbin/dhclient
	cat >/usr/sbin/dhclient <<'END'
#!/bin/sh
echo "== $0 $*"
env | grep -v '^_=\|^PWD=\|^OLDPWD=\|^SHLVL=\|^CLASSICNET_IFUP=' | LC_ALL=C sort
END
	chmod +x /usr/sbin/dhclient
	for i in if-pre-up.d if-up.d if-down.d if-post-down.d; do
		mkdir -p /etc/network/$i
		cp /usr/sbin/dhclient /etc/network/$i/dump
	done`)
	seen := func(folder string) string {
		return l.Sh("for i in ifup ifdown; do " + folder + "/$i -i interfaces --state-dir state eth1 eth2 2>errors || { cat errors; false; }; done")
	}
	ours, theirs := seen("."), seen(folder)
	if own := "PATH=/usr/lib/ifupdown:"; !strings.Contains(theirs, own) { // Debian's before 0.8.42
		ours = strings.ReplaceAll(ours, own, "PATH=")
	}
	if diff := cmp.Diff(theirs, ours); diff != "" || strings.Count(ours, "\n== ") < 19 || strings.Count(ours, "/dhclient ") != 4 || !strings.Contains(ours, "IF_WPA_SSID=\"My Net\"\n") {
		t.Errorf("(-Debian +ours)\n%s\n%s", diff, ours)
	}
}
