#!/bin/bash
# A card in a VRF, v0, and `route add -net 192.0.2.0/24 gw 10.0.0.9 dev v0`; beside it
# the same by ip: `ip route add 192.0.2.0/24 via 10.0.0.9 dev v0`.
#
# Guess: both end in the same table, the main one, which is all that route knows of.
# Truth: the ioctl puts a route with a device into the table of the device's VRF; netlink
# puts it into the main table, where all find it that aren't in the VRF. What route has
# added with status 0 it doesn't list (/proc/net/route is the main table), and deletes
# again if the device is named; without `dev` the gateway is unreachable to it. Likewise arp:
# -s and -d without -i don't reach the entry that arp -n lists. busybox: its route as
# route, its ip as ip.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
guest
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip link add blue type vrf table 7 || cannot "VRF"
ip link set blue up
ip link set v0 master blue
route=$pool/net-tools/sbin/route arp=$pool/net-tools/usr/sbin/arp
# tables COMMAND ...: its status and the routes by a gateway after it.
tables() {
  "$@" 2>&1
  echo "status $?"
  ip route show table main | awk '/via/ { print "main", $1 }'
  ip route show table 7 | awk '/via/ { print "VRF", $1 }'
  ip route flush proto boot table main 2>/dev/null
  ip route flush proto boot table 7 2>/dev/null
}
net="192.0.2.0 netmask 255.255.255.0 gw 10.0.0.9"
# shellcheck disable=SC2086 # words
{
expect "route add ... dev v0" "status 0
VRF 192.0.2.0/24" "$(tables "$route" add -net $net dev v0)"
expect "busybox route add ... dev v0" "status 0
VRF 192.0.2.0/24" "$(tables "$pool/busybox-static/bin/busybox" route add -net $net dev v0)"
expect "ip route add ... dev v0" "status 0
main 192.0.2.0/24" "$(tables "$pool/iproute2/bin/ip" route add 192.0.2.0/24 via 10.0.0.9 dev v0)"
expect "busybox ip route add ... dev v0" "status 0
main 192.0.2.0/24" "$(tables "$pool/busybox-static/bin/busybox" ip route add 192.0.2.0/24 via 10.0.0.9 dev v0)"
expect "route add, without dev" "SIOCADDRT: Network is unreachable
status 7" "$(tables "$route" add -net $net)"
"$route" add -net $net dev v0
expect "route -n" "" "$("$route" -n | sed 1,2d)"
expect "route del ... dev v0" "status 0" "$(tables "$route" del -net $net dev v0)"
}
expect "arp -s, without -i" "SIOCSARP: Network is unreachable" "$("$arp" -s 10.0.0.7 02:00:00:00:00:07 2>&1)"
"$arp" -i v0 -s 10.0.0.7 02:00:00:00:00:07
expect "arp -an" "? (10.0.0.7) at 02:00:00:00:00:07 [ether] PERM on v0" "$("$arp" -an)"
expect "arp -d, without -i" "SIOCDARP(dontpub): Network is unreachable" "$("$arp" -d 10.0.0.7 2>&1)"
