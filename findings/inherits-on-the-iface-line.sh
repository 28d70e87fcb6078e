#!/bin/bash
# `iface v0 inet static inherits base`, where base has the netmask.
#
# Guess: v0 is 10.0.0.1/24 wherever the word is known.
# Truth: with ifupdown2 v0 is 10.0.0.1/32, without a word and with status 0: what
# stands behind the method is dropped. busybox refuses the whole file. The other two
# do it.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto lo
iface lo inet loopback

iface base inet static
    netmask 255.255.255.0

auto v0
iface v0 inet static inherits base
    address 10.0.0.1
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
ifupdown-ng: status 0
  10.0.0.1/24
ifupdown2: status 0
  10.0.0.1/32
busybox: status 1" "$(networks "$pool/file")"
