#!/bin/bash
# A remark whose last character is a backslash, above the netmask.
#
# Guess: a remark ends with its line.
# Truth: with ifupdown2 and busybox it goes on in the next line and takes the netmask
# away: ifupdown2 sets 10.0.0.1/32 with status 0, busybox misses its netmask.
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
    # the plan of this network: \\files\net\
    netmask 255.255.255.0
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
ifupdown-ng: status 0
  10.0.0.1/24
ifupdown2: status 0
  10.0.0.1/32
busybox: status 1" "$(networks "$pool/file")"
