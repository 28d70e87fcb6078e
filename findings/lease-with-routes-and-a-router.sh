#!/bin/bash
# A DHCP lease with a router (option 3) and classless routes (option 121).
#
# Guess: a default route by the router and the other routes, from every client.
# Truth: RFC 3442 says to ignore the router then, and dhclient's hook and dhcpcd do:
# no default route at all. udhcpc's script in Debian knows the router alone: a default
# route, and nothing else. No client makes both.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}"
lab
serve "option lease 600
option subnet 255.255.255.0
option router 10.0.0.254
option staticroutes 10.9.0.0/16 10.0.0.253"
expect "the address and the routes of v0" "udhcpc
  10.0.0.13/24
  default via 10.0.0.254 dev v0
  mtu 1500
dhclient
  10.0.0.13/24
  10.9.0.0/16 via 10.0.0.253 dev v0
  mtu 1500
dhcpcd
  10.0.0.13/24
  10.9.0.0/16 via 10.0.0.253 dev v0
  mtu 1500" "$(leases)"
