#!/bin/bash
# A lease with a name server in another network and no router: a card for a local
# network beside the one that leads out.
#
# Guess: the name server is asked by the machine's default route, through the other
# card.
# Truth: systemd-networkd makes a route to each name server of a lease, and without a
# router it is one straight to the wire of that card: who asks the server, by whatever
# card it could be reached, meets nobody. The three other clients add no route.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, systemd 252.39, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}" "${networkd[@]}"
lab
ip link add out0 type veth peer name out1
ip link set out0 up
ip link set out1 up
ip addr add 172.16.0.1/24 dev out0
ip route add default via 172.16.0.254
serve "option lease 600
option subnet 255.255.255.0
option dns 192.0.2.53"
before() { ip route flush dev v0; }
also() { ip route get 192.0.2.53 | sed -n 's/ *src.*//; s/^192/  192/p'; }
expect "v0 and the way to its name server" "udhcpc
  10.0.0.13/24
  192.0.2.53 via 172.16.0.254 dev out0
dhclient
  10.0.0.13/24
  192.0.2.53 via 172.16.0.254 dev out0
dhcpcd
  10.0.0.13/24
  192.0.2.53 via 172.16.0.254 dev out0
networkd
  10.0.0.13/24
  192.0.2.53 dev v0" "$(leases udhcpc dhclient dhcpcd networkd | grep -v 'mtu\|^  default')"
