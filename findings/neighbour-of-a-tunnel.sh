#!/bin/bash
# A GRE tunnel to many (key, no remote), as DMVPN has it: whom to send to for 10.9.0.2 says an entry of
# the neighbour table: ip neigh add 10.9.0.2 lladdr 192.0.2.1 dev g1
#
# Guess: arp lists what ip neigh lists, or leaves it out as no ARP's; what arp -n prints arp -s takes.
# Truth: arp lists an Ethernet card with an address of four bytes: ether c0:00:02:01, which is 192.0.2.1,
# in net-tools as in busybox. arp -s takes neither that nor the IPv4 address, arp -d deletes the entry, and
# arp -Ds, "use the hardware address of this interface", makes the machine's own address the other end.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3 (Debian 12), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
guest
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip link add g1 type gre local 10.0.0.1 key 7 || cannot "gre"
ip link set g1 up
ip addr add 10.9.0.1/24 dev g1
entry() { ip neigh add 10.9.0.2 lladdr 192.0.2.1 dev g1; }
neighbour() { "$pool/iproute2/bin/ip" neigh show dev g1 | sed 's/ *$//'; }
arp=$pool/net-tools/usr/sbin/arp
entry
expect "ip neigh" "10.9.0.2 lladdr 192.0.2.1 PERMANENT" "$(neighbour)"
expect "arp -n" "10.9.0.2 ether c0:00:02:01 CM g1" "$("$arp" -n | tail -1 | tr -s ' ')"
expect "busybox" "? (10.9.0.2) at c0:00:02:01 [ether] PERM on g1" "$("$pool/busybox-static/bin/busybox" arp -n)"
"$arp" -d 10.9.0.2
expect "arp -d" "" "$(neighbour)"
expect "arp -s, the one" "SIOCSARP: Invalid argument" "$("$arp" -i g1 -s 10.9.0.2 c0:00:02:01 2>&1)"
expect "arp -s, the other" "arp: invalid hardware address" "$("$arp" -i g1 -s 10.9.0.2 192.0.2.1 2>&1)"
"$arp" -i g1 -Ds 10.9.0.2 g1
expect "arp -Ds" "10.9.0.2 lladdr 10.0.0.1 PERMANENT" "$(neighbour)"
