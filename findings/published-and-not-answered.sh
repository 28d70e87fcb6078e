#!/bin/bash
# A published ARP entry, by which one machine answers for another: arp -s 10.0.0.7 02:00:00:00:00:55 pub
#
# Guess: who asks on this wire for 10.0.0.7 is told 02:00:00:00:00:55 from then on.
# Truth: nobody is told anything, unless the machine forwards and has a route to 10.0.0.7 by another card than
# the question came in by; and then it tells its own hardware address: the one that was given is
# dropped without a word (arp prints <from_interface>). arp -d 10.0.0.7 finds no such entry, if it
# doesn't name the card. `ip neigh` lists it only when asked for proxies.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, busybox 1.35.0 (its arping), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 busybox-static=1:1.35.0-4+deb12u1+b1
lab
another
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip link set v1 netns "$far"
nsenter -t "$far" -n sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1'
ip addr add 10.0.0.1/24 dev v0
arp=$pool/net-tools/usr/sbin/arp
ask() {
  nsenter -t "$far" -n "$pool/busybox-static/bin/busybox" arping -f -c 3 -w 4 -I v1 10.0.0.7 >/run/said
  grep -o '\[.*\]' /run/said || echo silent
}
proxies() { "$pool/iproute2/bin/ip" neigh show "$@" | sed 's/ *$//'; }
"$arp" -i v0 -s 10.0.0.7 02:00:00:00:00:55 pub
expect "arp -an" "? (10.0.0.7) at <from_interface> PERM PUB on v0" "$("$arp" -an)"
expect "ip neigh" "" "$(proxies)"
expect "ip neigh show proxy" "10.0.0.7 dev v0 proxy" "$(proxies proxy)"
expect "who asks" "silent" "$(ask)"
sysctl -qw net.ipv4.ip_forward=1
expect "and the machine forwards" "silent" "$(ask)"
ip route add 10.0.0.7 dev w0
expect "and has a route by w0" "[02:00:00:00:00:01]" "$(ask)"
sysctl -qw net.ipv4.ip_forward=0
expect "the route alone" "silent" "$(ask)"
expect "arp -d" "No ARP entry for 10.0.0.7" "$("$arp" -d 10.0.0.7 2>&1)"
expect "and it is there" "10.0.0.7 dev v0 proxy" "$(proxies proxy)"
"$arp" -i v0 -d 10.0.0.7
expect "arp -i v0 -d" "" "$(proxies proxy)"
