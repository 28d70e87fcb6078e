#!/bin/bash
# An `up` command that uses $IF_ADDRESS and $IFACE.
#
# Guess: IF_ADDRESS is what the address line says: 10.0.0.1.
# Truth: with ifupdown-ng it is 10.0.0.1/24, though the file has no length: ip refuses
# that as a gateway, the next command isn't run and the status is 1. With ifupdown2
# it is empty: no route, and status 0. IFACE is the same in all four.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    up ip route add 10.9.0.0/16 via $IF_ADDRESS
    up ip route add 10.8.0.0/16 dev $IFACE
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
  10.8.0.0/16 dev v0 scope link
  10.9.0.0/16 via 10.0.0.1 dev v0
ifupdown-ng: status 1
  10.0.0.1/24
ifupdown2: status 0
  10.0.0.1/24
  10.8.0.0/16 dev v0 scope link
busybox: status 0
  10.0.0.1/24
  10.8.0.0/16 dev v0 scope link
  10.9.0.0/16 via 10.0.0.1 dev v0" "$(networks "$pool/file")"
