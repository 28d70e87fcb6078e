#!/bin/bash
# A card with a static address, an alias and a route, and then a DHCP client on it.
#
# Guess: the client adds its address to them, or the address takes their place, with
# any client.
# Truth: udhcpc's script empties the card first: address, alias and route are gone.
# klibc's ipconfig, of Debian's initramfs, puts its address in the place of the first;
# the alias stays, and the route stays by a gateway that is in no network of the card
# any more. dhclient, dhcpcd and systemd-networkd leave all as it is.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, klibc 2.0.12, systemd 252.39, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}" "${klibc[@]}" "${networkd[@]}"
lab
before() {
  ip route flush dev v0
  ip link set v0 up
  ip addr add 10.5.0.1/24 dev v0
  ip addr add 10.6.0.1/24 dev v0 label v0:1
  ip route add 10.9.0.0/16 via 10.5.0.9
}
serve "option lease 600
option subnet 255.255.255.0
option router 10.0.0.254"
expect "the addresses and routes of v0" "udhcpc
  10.0.0.13/24
  default via 10.0.0.254 dev v0
dhclient
  10.5.0.1/24
  10.6.0.1/24
  10.0.0.13/24
  default via 10.0.0.254 dev v0
  10.9.0.0/16 via 10.5.0.9 dev v0
dhcpcd
  10.5.0.1/24
  10.6.0.1/24
  10.0.0.13/24
  default via 10.0.0.254 dev v0
  10.9.0.0/16 via 10.5.0.9 dev v0
klibc
  10.6.0.1/24
  10.0.0.13/24
  default via 10.0.0.254 dev v0
  10.9.0.0/16 via 10.5.0.9 dev v0
networkd
  10.5.0.1/24
  10.6.0.1/24
  10.0.0.13/24
  default via 10.0.0.254 dev v0
  10.9.0.0/16 via 10.5.0.9 dev v0" "$(leases udhcpc dhclient dhcpcd klibc networkd | grep -v mtu)"
