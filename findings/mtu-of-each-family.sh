#!/bin/bash
# `mtu 1400` in v0's inet stanza, `mtu 1300` in its inet6 stanza.
#
# Guess: the card has the last one, or the smaller, or each family has its own.
# Truth: each of these is what some program does. With ifupdown the card has 1400 and
# IPv6 1300; with ifupdown-ng and busybox all is 1300; with ifupdown2 all is 1400.
# Each ends with 0, and ifconfig shows the card's alone.
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
    mtu 1400
iface v0 inet6 static
    address 2001:db8::1
    netmask 64
    mtu 1300
FILE
expect "ifup -a: the MTU of the card and of IPv6" "ifupdown: status 0
1400
1300
ifupdown-ng: status 0
1300
1300
ifupdown2: status 0
1400
1400
busybox: status 0
1300
1300" "$(networks "$pool/file" 'cat /sys/class/net/v0/mtu /proc/sys/net/ipv6/conf/v0/mtu')"
