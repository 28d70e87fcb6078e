#!/bin/bash
# `iface v0 inet manual` that still has its address and gateway, as is left when a
# card is put under a bridge.
#
# Guess: manual means that nothing is set, as interfaces(5) says.
# Truth: ifupdown-ng and ifupdown2 don't look at the method: v0 has the address and
# the default route, which the bridge was to have.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet manual
    address 10.0.0.1/24
    gateway 10.0.0.254
FILE
expect "ifup -a" "ifupdown: status 0
ifupdown-ng: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 metric 1
ifupdown2: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 proto kernel onlink
busybox: status 0" "$(networks "$pool/file")"
