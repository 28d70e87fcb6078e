#!/bin/bash
# `ifconfig v0 ADDRESS netmask MASK` on a card whose address was set by NetworkManager
# or dhcpcd, which add it with the flag noprefixroute and make the route themselves.
#
# Guess: a new address has a route to its network.
# Truth: the request changes the old one in place and keeps its flags and its metric:
# no route, the neighbours are unreachable, and no ifconfig shows why.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
pair v0 v1 02:00:00:00:00:01

# routes OPTION...: the routes after an address with OPTION gave way to another.
routes() {
  ip addr flush dev v0
  ip addr add 192.0.2.1/24 dev v0 "$@"
  $ifconfig v0 10.0.0.1 netmask 255.255.255.0
  ip -4 -o addr show v0 | grep -o '10.0.0.1/24'
  ip -4 route show | sed 's/ *$//'
}
for ifconfig in "$pool/net-tools/sbin/ifconfig" "$pool/busybox-static/bin/busybox ifconfig"; do
  expect "after an address of no kind" "10.0.0.1/24
10.0.0.0/24 dev v0 proto kernel scope link src 10.0.0.1" "$(routes)"
  expect "after noprefixroute" "10.0.0.1/24" "$(routes noprefixroute)"
  expect "after metric 500" "10.0.0.1/24
10.0.0.0/24 dev v0 proto kernel scope link src 10.0.0.1 metric 500" "$(routes metric 500)"
done
