#!/bin/bash
# A card with addresses and routes of both versions is moved into a VRF (ip link set v0 master blue),
# the VRF is taken down for a while (ifconfig blue down), the card is taken out again.
#
# Guess: what belongs to the card moves with it, and stands where it was when it is out; a VRF, which
# is a table and carries no cable, stops nothing when it is down, or its routes are gone then.
# Truth: the kernel takes the card down and up: only IPv4 addresses and their networks come along; each other
# route of v0, the default one too, and all of IPv6 but what the kernel makes, is deleted, without a word, on the way
# in and on the way out. With the VRF down the routes stay, and v0 is UP and RUNNING; but all that comes in by v0 is
# thrown away, and what is sent by it gets no answer.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0 (its ping), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
ip link add blue type vrf table 7 || cannot "vrf"
ip link set blue up
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns "$far"
nsenter -t "$far" -n sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1'
ip addr add 10.0.0.1/24 dev v0
ip addr add 2001:db8::1/64 dev v0 nodad
ip route add default via 10.0.0.254
ip route add 192.0.2.0/24 via 10.0.0.9
ip -6 route add default via 2001:db8::9
of_v0() {
  ip -o addr show v0 | awk '{ print $4 }'
  ip route show "$@" type unicast | sed 's/ dev.*//'
  ip -6 route show "$@" type unicast | sed 's/ dev.*//'
}
expect "before" "10.0.0.1/24
2001:db8::1/64
default via 10.0.0.254
10.0.0.0/24
192.0.2.0/24 via 10.0.0.9
2001:db8::/64
default via 2001:db8::9" "$(of_v0)"
ip link set v0 master blue
expect "in the VRF" "10.0.0.1/24
10.0.0.0/24" "$(of_v0 table 7)"
expect "the main table" "" "$(ip route show; ip -6 route show)"
ip route add default via 10.0.0.254 table 7
answer() { "$pool/busybox-static/bin/busybox" ping -c 1 -W 2 -I v0 10.0.0.2 >/dev/null 2>&1 && echo answered || echo silent; }
expect "ping" "answered" "$(answer)"
"$pool/net-tools/sbin/ifconfig" blue down
expect "blue down" "10.0.0.1/24
default via 10.0.0.254
10.0.0.0/24" "$(of_v0 table 7)"
expect "ifconfig v0" "UP RUNNING" "$("$pool/net-tools/sbin/ifconfig" v0 | grep -oE '\b(UP|RUNNING)\b' | paste -sd ' ')"
expect "ping" "silent" "$(answer)"
"$pool/net-tools/sbin/ifconfig" blue up
expect "blue up, ping" "answered" "$(answer)"
ip link set v0 nomaster
expect "out of it" "10.0.0.1/24
10.0.0.0/24" "$(of_v0)"
expect "the VRF's table" "" "$(ip route show table 7)"
