#!/bin/bash
# NetworkManager as Debian sets it up (ifupdown: managed=false) on a machine whose
# /etc/network/interfaces has a card with an address (v0), an alias (v1:1), a bridge with a
# port (v2), a VLAN (v3.5), a bond with a card (v4) and a card in an auto line alone (v5).
#
# Guess: what stands in the file is ifupdown's, NetworkManager leaves those cards alone.
# Truth: it leaves v0 and the bridge's port alone. The card of an alias, that of a VLAN, that of the bond and
# that without a stanza it takes, sets up and asks by DHCP for an address, while the
# bond sends by it. The lines bridge-ports and bond-slaves mean the same to ifupdown; it knows
# but the first.
# Seen: NetworkManager 1.42.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${dbus[@]}" "${networkmanager[@]}"
lab
for i in 0 1 2 3 4 5; do pair "v$i" "w$i" "02:00:00:00:00:1$i"; done
cat >/etc/network/interfaces <<'FILE'
auto lo v0 v1:1 br0 v3.5 bond0 v5
iface lo inet loopback
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
iface v1:1 inet static
    address 10.1.0.1
    netmask 255.255.255.0
iface br0 inet static
    address 10.2.0.1
    netmask 255.255.255.0
    bridge-ports v2
iface v3.5 inet static
    address 10.3.0.1
    netmask 255.255.255.0
iface bond0 inet static
    address 10.4.0.1
    netmask 255.255.255.0
    bond-slaves v4
    bond-mode active-backup
FILE
dbus
networkmanager false
expect "the cards" "v0 unmanaged
v1 connecting (getting IP configuration)
v2 unmanaged
v3 connecting (getting IP configuration)
v4 connecting (getting IP configuration)
v5 connecting (getting IP configuration)" "$(nmcli -t -f DEVICE,STATE device | grep ^v | tr : ' ' | sort)"
