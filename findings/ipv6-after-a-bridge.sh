#!/bin/bash
# A card that was a port of a bridge of ifupdown's, and is a card by itself again:
# ifdown br0, ifup v0, with `iface v0 inet6 auto`.
#
# Guess: it is as before the bridge: a link-local address, and whatever a router
# advertises.
# Truth: Debian's hook tells the kernel that the port makes no addresses of its own
# (addrgenmode none) and never takes that back: no link-local address, thus no router is
# asked, thus no IPv6 until somebody says addrgenmode eui64 or the machine starts anew.
# ifup ends with status 0. /proc/net/if_inet6 and so ifconfig show only that there is none.
# Seen: bridge-utils 1.7.1 with ifupdown 0.8.41 (Debian 12), net-tools 2.10-0.1+deb12u2,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ifupdown=0.8.41 bridge-utils=1.7.1-1 net-tools=2.10-0.1+deb12u2
lab
hooks bridge-utils
ip link add v0 address 02:00:00:00:00:01 type veth peer name v1
ip link set v1 up
cat >/etc/network/interfaces <<'FILE'
iface v0 inet static
  address 10.0.0.1/24
iface v0 inet6 auto
iface br0 inet manual
  bridge_ports v0
  bridge_maxwait 0
FILE
# does COMMAND ...: its status and the addresses of v0 after it.
does() {
  "$@" >/run/said 2>&1
  echo "status $?"
  sleep 2
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet/ { print $1, $2 }'
}
expect "ifup v0" "status 0
inet 10.0.0.1
inet6 fe80::ff:fe00:1" "$(does ifup v0)"
expect "ifdown v0" "status 0" "$(does ifdown v0)"
expect "ifup br0" "status 0" "$(does ifup br0)"
expect "ifdown br0" "status 0" "$(does ifdown br0)"
expect "ifup v0" "status 0
inet 10.0.0.1" "$(does ifup v0)"
expect "what it makes of IPv6 addresses" "addrgenmode none" "$(ip -d link show v0 | grep -o 'addrgenmode [a-z0-9]*')"
ip link set v0 addrgenmode eui64
expect "addrgenmode eui64 and ifdown v0" "status 0" "$(does ifdown v0)"
expect "ifup v0" "status 0
inet 10.0.0.1
inet6 fe80::ff:fe00:1" "$(does ifup v0)"
