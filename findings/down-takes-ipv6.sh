#!/bin/bash
# ifconfig v0 down; ifconfig v0 up, on a card with addresses and routes of both versions,
# set by hand.
#
# Guess: routes go, addresses stay: both versions alike.
# Truth: IPv4 keeps its addresses, alias and all; IPv6 loses those that were set by hand: a
# card taken down for a moment, for its hardware address or its ring, has no IPv6 after it,
# and both commands end with 0. With net.ipv6.conf.v0.keep_addr_on_down=1 the address stays,
# an fe80 address set by hand goes nevertheless, and so do the routes. A pulled cable takes
# nothing of either.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
ifconfig=$pool/net-tools/sbin/ifconfig busybox=$pool/busybox-static/bin/busybox
pair v0 v1 02:00:00:00:00:01
# made: all of it set anew.
made() {
  ip addr flush dev v0
  ip -6 route flush proto boot
  "$ifconfig" v0 10.0.0.1 netmask 255.255.255.0
  "$ifconfig" v0:1 10.0.0.2 netmask 255.255.255.0
  ip -6 addr add 2001:db8::1/64 dev v0 nodad
  ip -6 addr add fe80::1/64 dev v0 nodad
  ip route add 10.7.0.0/16 via 10.0.0.9
  ip -6 route add 2001:db8:7::/48 via 2001:db8::9
}
# state: addresses, and routes by a gateway.
state() {
  ip -o addr show dev v0 | awk '{ print $4 }'
  ip route show | awk '/via/ { print $1 }'
  ip -6 route show | awk '/via/ { print $1 }'
}
all="10.0.0.1/24
10.0.0.2/24
10.7.0.0/16
2001:db8:7::/48
2001:db8::1/64
fe80::1/64"
made
expect "as made" "$all" "$(state | sort)"
ip link set v1 down
ip link set v1 up
expect "a cable out and in" "$all" "$(state | sort)"
for program in "$ifconfig" "$busybox ifconfig"; do
  made
  $program v0 down
  $program v0 up
  expect "${program##*/}" "10.0.0.1/24
10.0.0.2/24" "$(state | sort)"
done
echo 1 >/proc/sys/net/ipv6/conf/v0/keep_addr_on_down
made
"$ifconfig" v0 down
"$ifconfig" v0 up
expect "keep_addr_on_down" "10.0.0.1/24
10.0.0.2/24
2001:db8::1/64" "$(state | sort)"
