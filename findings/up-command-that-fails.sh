#!/bin/bash
# A stanza with three `up` commands, the second of which fails.
#
# Guess: the third runs, or the interface is down.
# Truth: with ifupdown, ifupdown-ng and busybox the third doesn't run and the status
# is 1, but the address and the first command's route stay. ifupdown2 runs the third
# and ends with 0.
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
    up ip route add 10.8.0.0/16 dev v0
    up false
    up ip route add 10.9.0.0/16 dev v0
FILE
expect "ifup -a" "ifupdown: status 1
  10.0.0.1/24 brd 10.0.0.255
  10.8.0.0/16 dev v0 scope link
ifupdown-ng: status 1
  10.0.0.1/24
  10.8.0.0/16 dev v0 scope link
ifupdown2: status 0
  10.0.0.1/24
  10.8.0.0/16 dev v0 scope link
  10.9.0.0/16 dev v0 scope link
busybox: status 1
  10.0.0.1/24
  10.8.0.0/16 dev v0 scope link" "$(networks "$pool/file")"
