#!/bin/bash
# A host whose IPv6 default route comes from a router's advertisements on v0; then some
# program makes another card, w0, forward (net.ipv6.conf.w0.forwarding=1) and takes that back.
#
# Guess: v0 is a host's card as before: its settings haven't changed, its route stays.
# Truth: the kernel deletes the default routes of all cards that were learned so, and doesn't
# bring them back when w0 is a host's card again: the machine has no IPv6 beyond its
# networks until the next advertisement, which may be half an hour away. Addresses and
# the network's own route stay, so ifconfig looks fine. IPv4 loses nothing. Only a card with
# accept_ra=2 keeps its route.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
another
ip link add v0 type veth peer name v1 || cannot "veth"
pair w0 w1 02:00:00:00:00:02
ip link set v0 address 02:00:00:00:00:01 up
ip link set v1 netns $far
nsenter -t $far -n sh -c 'ip link set v1 addrgenmode none up; ip addr add fe80::1/64 dev v1 nodad'
timeout 20 sh -c 'until ip -6 addr show dev v0 | grep "scope link" | grep -qv tentative; do sleep 0.1; done' || cannot "an address of the link"
ip addr add 10.0.0.1/24 dev v0
ip route add default via 10.0.0.254
# advertise: one advertisement of a router, with itself and a network.
advertise() {
  nsenter -t $far -n /usr/bin/python3 -c '
import socket, struct
s = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
card = socket.if_nametoindex("v1")
s.bind(("fe80::1", 0, 0, card))
network = struct.pack("!BBBBIII16s", 3, 4, 64, 0xC0, 86400, 14400, 0, socket.inet_pton(socket.AF_INET6, "2001:db8::"))
s.sendto(struct.pack("!BBHBBHII", 134, 0, 0, 64, 0, 1800, 0, 0) + network, ("ff02::1", 0, 0, card))'
  timeout 10 sh -c 'until ip -6 route show default | grep -q fe80::1; do sleep 0.1; done' || cannot "a route from an advertisement"
}
# state: default routes of both versions, the addresses of v0.
state() {
  "$pool/net-tools/sbin/route" -n | awk '/^0.0.0.0/ { print $1, $2, $NF }'
  "$pool/net-tools/sbin/route" -6 -n | awk '/^::\/0/ && !/ lo$/ { print $1, $2, $NF }'
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet/ { print $2 }' | sort
}
addresses="10.0.0.1
2001:db8::ff:fe00:1
fe80::ff:fe00:1"
all="0.0.0.0 10.0.0.254 v0
::/0 fe80::1 v0
$addresses"
advertise
expect "a host" "$all" "$(state)"
echo 1 >/proc/sys/net/ipv6/conf/w0/forwarding
expect "w0 forwards" "0.0.0.0 10.0.0.254 v0
$addresses" "$(state)"
echo 0 >/proc/sys/net/ipv6/conf/w0/forwarding
sleep 1
expect "and no more" "0.0.0.0 10.0.0.254 v0
$addresses" "$(state)"
expect "v0's settings" "0 1" "$(cat /proc/sys/net/ipv6/conf/v0/{forwarding,accept_ra} | paste -sd' ')"
echo 2 >/proc/sys/net/ipv6/conf/v0/accept_ra
advertise
echo 1 >/proc/sys/net/ipv6/conf/w0/forwarding
expect "with accept_ra=2" "$all" "$(state)"
