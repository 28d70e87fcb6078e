package ifupdown

import (
	"strings"
	"testing"

	"classicnet/internal/netlab"
)

// udhcpc makes busybox' DHCP client a command of the lab's.
const udhcpc = `mount -t tmpfs none /usr/local/sbin
ln -s "$(command -v busybox)" /usr/local/sbin/udhcpc
mkdir /etc/udhcpc
cat >/etc/udhcpc/default.script <<'END'
#!/bin/sh
case $1 in
  bound) ip addr add "$ip/$mask" dev "$interface"; echo "$hostname" >hostname ;;
  deconfig) ip addr flush dev "$interface"; ip link set "$interface" up ;;
esac
END
chmod +x /etc/udhcpc/default.script
`

// dhcpServer runs busybox' DHCP server at the other end of eth1.
const dhcpServer = `mount -t tmpfs none /run
cat >udhcpd.conf <<'END'
start 10.9.9.50
end 10.9.9.60
interface p-eth1
static_lease 02:00:00:00:00:01 10.9.9.55
option subnet 255.255.255.0
option hostname given
lease_file leases
pidfile udhcpd.pid
END
touch leases
nsenter -t $PEERNS -n ip addr add 10.9.9.1/24 dev p-eth1
nsenter -t $PEERNS -n busybox udhcpd -f "$PWD/udhcpd.conf" </dev/null >server 2>&1 &
`

// An interface gets its address by udhcpc, which is ended by ifdown and gives
// the address back.
func TestDHCP(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "busybox")
	l := newTools(t, "auto eth1\niface eth1 inet dhcp\n hostname asked\n up echo x >>ran\n")
	l.Hide("dhclient", "dhcpcd", "udhcpc")
	l.Sh(udhcpc + dhcpServer)
	for range 2 { // the second finds it up
		if r := l.try("ifup", "-a"); r.Exit != "0" {
			t.Fatal(r)
		}
	}
	if state := l.State(); !strings.Contains(state, "10.9.9.55/24") {
		t.Errorf("no address: %s", state)
	}
	if l.Sh("cat ran") != "x\n" || l.Sh("kill -0 $(cat /run/udhcpc.eth1.pid) && echo runs") != "runs\n" {
		t.Error("the client was run twice or is gone")
	}
	pid := l.Sh("cat /run/udhcpc.eth1.pid")
	if r := l.try("ifdown", "-a"); r.Exit != "0" {
		t.Error(r)
	}
	if state := l.State(); strings.Contains(state, "10.9.9.55") {
		t.Errorf("the address stays: %s", state)
	}
	l.Sh("while [ -e /proc/" + strings.TrimSpace(pid) + "/exe ]; do sleep 0.01; done")
}
