#!/bin/bash
# A gateway outside the address' own network, as hosted servers have it.
#
# Guess: all four read the same file to the same default route, or all refuse it.
# Truth: ifupdown and ifupdown2 make the route onlink, unasked, and it works;
# ifupdown-ng and busybox set the address and no default route; ifupdown-ng's status
# is 0 all the same.
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
    gateway 192.0.2.1
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
  default via 192.0.2.1 dev v0 onlink
ifupdown-ng: status 0
  10.0.0.1/24
ifupdown2: status 0
  10.0.0.1/24
  default via 192.0.2.1 dev v0 proto kernel onlink
busybox: status 1
  10.0.0.1/24" "$(networks "$pool/file")"
