#!/bin/bash
# `hwaddress ether 02:00:00:00:00:99`, the spelling that interfaces(5) had for years.
#
# Guess: the word ether is read or passed over, or v0 fails with a message and status.
# Truth: ifupdown-ng hands both words to ip, which refuses them, and leaves it at that:
# v0 keeps its old address, has its IPv4 address, and is down, with status 0. The others
# set it.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    hwaddress ether 02:00:00:00:00:99
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
02:00:00:00:00:99 up
ifupdown-ng: status 0
  10.0.0.1/24
02:00:00:00:00:01 down
ifupdown2: status 0
  10.0.0.1/24
02:00:00:00:00:99 up
busybox: status 0
  10.0.0.1/24
02:00:00:00:00:99 up" "$(networks "$pool/file" 'state; (cd /sys/class/net/v0; cat address operstate | paste -sd " ")')"
