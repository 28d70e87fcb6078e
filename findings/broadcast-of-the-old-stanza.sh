#!/bin/bash
# The stanza of every old manual: address, netmask, network, broadcast, gateway.
#
# Guess: the one file that all four read to the same network.
# Truth: with ifupdown2 of Debian 12 v0 has no address: whatever value broadcast has,
# adding the address fails ('str' object has no attribute 'packed') and the status is
# 1. The default route is there all the same, and nothing to send from. ifupdown-ng
# drops the word: no broadcast address at all.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0-1.1, busybox 1.35.0,
# Python 3.11, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    network 10.0.0.0
    broadcast 10.0.0.255
    gateway 10.0.0.254
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
  default via 10.0.0.254 dev v0 onlink
ifupdown-ng: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 metric 1
ifupdown2: status 1
  default via 10.0.0.254 dev v0 proto kernel onlink
busybox: status 0
  10.0.0.1/24 brd 10.0.0.255
  default via 10.0.0.254 dev v0" "$(networks "$pool/file")"
