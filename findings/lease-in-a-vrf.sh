#!/bin/bash
# A card that stands in a VRF (blue, table 7) as a management card does, and a lease with a
# router for it.
#
# Guess: the default route is the VRF's, in table 7 where the kernel puts the lease's network.
# Truth: the scripts of udhcpc and dhclient put it into the main table: all that isn't
# in the VRF goes by the management card now, and what is in the VRF has no default route.
# dhcpcd, which makes the network's route itself, tries both in the main table, is refused
# (Invalid argument), and leaves an address that nothing can be reached from.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd 9.4.1,
# Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" "${clients[@]}" iproute2=6.1.0-3
guest
serve "option lease 600
option subnet 255.255.255.0
option router 10.0.0.254"
ip link add blue type vrf table 7 || cannot "VRF"
ip link set blue up
ip link set v0 master blue
# also: the routes of both tables while there is a lease.
also() {
  local t
  for t in main 7; do "$pool/iproute2/bin/ip" route show table "$t" | awk -v t="$t" '/^(default|10)/ { print "  " t, $1 }'; done
  grep -o 'Invalid argument' /run/said
  ip route flush dev v0
  ip link set v0 nomaster
  ip link set v0 master blue
}
expect "addresses, and routes by their table" "udhcpc
  10.0.0.13/24
  main default
  7 10.0.0.0/24
dhclient
  10.0.0.13/24
  main default
  7 10.0.0.0/24
dhcpcd
  10.0.0.13/24
Invalid argument" "$(leases | grep -v '  mtu\|  default')"
