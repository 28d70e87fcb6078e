#!/bin/bash
# A bridge of ifupdown's with a port whose name has a dot: a machine's end, vm.web, that
# was there before.
#
# Guess: `ifdown br0` gives the port back, as it does for v0, or at most deletes what
# ifup has made.
# Truth: Debian's hook takes a name with a dot for a VLAN and deletes it: the port is
# gone, and its other end, in the machine, with it. A VLAN that somebody else has made
# goes likewise.
# Seen: bridge-utils 1.7.1 with ifupdown 0.8.41 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ifupdown=0.8.41 bridge-utils=1.7.1-1
lab
hooks bridge-utils
# bridge PORT: what is left of a cable with the ends PORT and far after ifup and ifdown of a
# bridge with this port.
bridge() {
  pair "$1" far 02:00:00:00:00:01
  printf 'iface br0 inet manual\n  bridge_ports %s\n  bridge_maxwait 0\n' "$1" >/etc/network/interfaces
  ifup br0 >/run/said 2>&1
  echo "ifup: status $?, port $(ls /sys/class/net/br0/brif)"
  ifdown br0 >/run/said 2>&1
  echo "ifdown: status $?"
  ip -br link show type veth | sed 's/[@ ].*//' | sort
  ip link del far 2>/dev/null
}
expect "v0" "ifup: status 0, port v0
ifdown: status 0
far
v0" "$(bridge v0)"
expect "vm.web" "ifup: status 0, port vm.web
ifdown: status 0" "$(bridge vm.web)"
