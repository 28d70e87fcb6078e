#!/bin/bash
# A neighbour of state noarp (ip neigh add ... nud noarp): fixed, and never asked for.
#
# Guess: it is in the table of `arp -n`, and `arp -d` deletes it, or says why not.
# Truth: it is used, and neither arp nor `ip neigh` lists it (only `ip neigh show nud
# all` does). `arp -d` deletes it and says there is no such entry, with an error status.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
arp=$pool/net-tools/usr/sbin/arp
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
$ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v0 nud noarp
expect "net-tools" "arp: in 0 entries no match found." "$($arp -n -a 10.0.0.9 2>&1 | sed 's/^.*arp:/arp:/')"
expect "busybox" "" "$("$pool/busybox-static/bin/busybox" arp -an)"
expect "ip neigh" "" "$($ip -4 neigh)"
expect "ip neigh show nud all" "10.0.0.9 dev v0 lladdr 02:00:00:00:00:09 NOARP" "$($ip -4 neigh show nud all | sed 's/ *$//')"
expect "arp -d" "No ARP entry for 10.0.0.9
status 255" "$($arp -d 10.0.0.9 2>&1; echo "status $?")"
expect "ip neigh show nud all, then" "" "$($ip -4 neigh show nud all)"
