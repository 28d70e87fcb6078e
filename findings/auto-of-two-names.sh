#!/bin/bash
# `auto lo v0`: two interfaces in one auto line of /etc/network/interfaces.
#
# Guess: ifup -a brings up both, as the manual of Debian's ifupdown has it.
# Truth: ifupdown-ng takes the first name and drops the others without a word: v0
# has no address, status 0. The other three bring it up.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18. (busybox ends with 1, since the kernel has lo's address already.)
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto lo v0
iface lo inet loopback

iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
ifupdown-ng: status 0
ifupdown2: status 0
  10.0.0.1/24
busybox: status 1
  10.0.0.1/24" "$(networks "$pool/file")"
