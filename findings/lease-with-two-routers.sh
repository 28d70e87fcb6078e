#!/bin/bash
# A DHCP lease whose option 3 names two routers.
#
# Guess: each client takes the first, the one to be preferred by RFC 2132.
# Truth: dhclient's script makes both, with the metrics 1 and 2; with one router its
# route has no metric. So a router more in the server's list changes the rank of this
# card among those that have a default route. The three others make one route.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, systemd 252.39, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}" "${networkd[@]}"
lab
before() { ip route flush dev v0; }
serve "option lease 600
option subnet 255.255.255.0
option router 10.0.0.254 10.0.0.253"
expect "the address and the default routes of v0" "udhcpc
  10.0.0.13/24
  default via 10.0.0.254 dev v0
dhclient
  10.0.0.13/24
  default via 10.0.0.254 dev v0 metric 1
  default via 10.0.0.253 dev v0 metric 2
dhcpcd
  10.0.0.13/24
  default via 10.0.0.254 dev v0
networkd
  10.0.0.13/24
  default via 10.0.0.254 dev v0" "$(leases udhcpc dhclient dhcpcd networkd | grep -v mtu)"
