#!/bin/bash
# NetworkManager that reads the stanzas itself (ifupdown: managed=true): an address with its mask behind
# a slash (v0), one with netmask, metric and an up command (v1), two stanzas for a card (v2),
# an alias (v3:1) beside its card.
#
# Guess: each card gets what ifup would give it.
# Truth: `address 10.0.0.1/24`, the form of today, is no address to it: v0 has no connection of
# the file, and NetworkManager's own asks for one by DHCP. metric 50 becomes 100 or a
# few more, the up command isn't run; of two stanzas the second stands alone; the alias isn't there. It says
# so only to who has it log debug.
# Seen: NetworkManager 1.42.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${dbus[@]}" "${networkmanager[@]}"
lab
for i in 0 1 2 3; do pair "v$i" "w$i" "02:00:00:00:00:1$i"; done
cat >/etc/network/interfaces <<'FILE'
auto lo v0 v1 v2 v3 v3:1
iface lo inet loopback
iface v0 inet static
    address 10.0.0.1/24
iface v1 inet static
    address 10.1.0.1
    netmask 255.255.255.0
    gateway 10.1.0.254
    metric 50
    up ip route add 10.9.0.0/16 via 10.1.0.9
iface v2 inet static
    address 10.2.0.1
    netmask 255.255.255.0
iface v2 inet static
    address 10.2.1.1
    netmask 255.255.255.0
iface v3 inet static
    address 10.3.0.1
    netmask 255.255.255.0
iface v3:1 inet static
    address 10.3.1.1
    netmask 255.255.255.0
FILE
dbus
networkmanager true
expect "connections" "v0 connecting (getting IP configuration) Wired
v1 connected Ifupdown
v2 connected Ifupdown
v3 connected Ifupdown" "$(nmcli -t -f DEVICE,STATE,CONNECTION device | grep ^v | tr : ' ' | sed 's/\(Wired\|Ifupdown\) .*/\1/' | sort)"
expect "addresses" "v1 10.1.0.1/24
v2 10.2.1.1/24
v3 10.3.0.1/24" "$(ip -4 -o addr show scope global | awk '{ print $2, $4 }')"
expect "routes by a gateway" "default via 10.1.0.254 dev v1 proto static metric 10x" "$(ip route show | sed -n '/via/ s/10[0-9] *$/10x/p')"
