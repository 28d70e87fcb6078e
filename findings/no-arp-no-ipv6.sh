#!/bin/bash
# `ifconfig v0 -arp` on a card with IPv4 and IPv6.
#
# Guess: IPv4 finds no new neighbours; IPv6, which has no ARP, goes on.
# Truth: the flag means that there is no address to be found on this link: both send
# to the card's own hardware address from then on, and nobody answers. (So does
# everything that was known before: the table has been emptied.)
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
unshare -n sleep 100 &
sleep 0.5
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip -6 addr add 2001:db8::1/64 dev v0 nodad
ip link set v1 netns $!
nsenter -t $! -n sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1; ip -6 addr add 2001:db8::2/64 dev v1 nodad'
# answers: packets of IPv4 and IPv6 that come back, and where IPv6 sends them.
answers() {
  "$pool/busybox-static/bin/busybox" ping -c2 -W2 10.0.0.2 | grep -o '[0-9]* packets received'
  "$pool/busybox-static/bin/busybox" ping6 -c2 -W2 2001:db8::2 | grep -o '[0-9]* packets received'
  ip neigh show to 2001:db8::2 nud all | sed 's/.*lladdr //; s/router //; s/ *$//; s/ \(REACHABLE\|STALE\|DELAY\|PROBE\)$//'
}
there=$(nsenter -t $! -n ip link show v1 | awk "/ether/ { print \$2 }")
expect "arp" "2 packets received
2 packets received
$there" "$(answers)"
"$pool/net-tools/sbin/ifconfig" v0 -arp
expect "-arp" "0 packets received
0 packets received
02:00:00:00:00:01 NOARP" "$(answers)"
"$pool/net-tools/sbin/ifconfig" v0 arp
expect "arp again" "2 packets received
2 packets received
$there" "$(answers)"
