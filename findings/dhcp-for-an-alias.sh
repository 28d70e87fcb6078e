#!/bin/bash
# A DHCP client for an alias (dhclient v0:1, `iface v0:1 inet dhcp`), to get a second address;
# the card has a static one, 10.5.0.1, or a lease of its own.
#
# Guess: an alias is refused, as it is no card, or it gets an address beside the others.
# Truth: dhcpcd refuses. udhcpc gets one, but its script empties "v0:1" first, which is all of
# the card to ip: the static address is gone. dhclient does what was wanted, unless the card
# has a lease already: the server knows clients by the hardware address and gives
# the same address again: there is no second one, and the client says that all is well.
# Seen: isc-dhcp-client 4.4.3-P1, busybox udhcpc 1.35.0 with Debian's script, dhcpcd 9.4.1,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}"
lab
serve "option lease 600
option subnet 255.255.255.0"
dhclient() {
  "$pool/isc-dhcp-client/sbin/dhclient" -1 -sf "$pool/isc-dhcp-client/sbin/dhclient-script" -cf /etc/dhcp/dhclient.conf \
    -lf "/run/$1.leases" -pf "/run/$1.pid" "$1" >>/run/said 2>&1
}
# addresses COMMAND ...: its status and the addresses of v0 then, which is empty again after it.
addresses() {
  "$@" >>/run/said 2>&1
  echo "status $?"
  ip -4 -o addr show v0 | sed 's/.*inet \([^ ]*\).* \([^ ]*\)\\.*/\1 \2/'
  ip addr flush dev v0
}
ip addr add 10.5.0.1/24 dev v0
expect "udhcpc" "status 0
10.0.0.13/24 v0:1" "$(addresses "$pool/busybox-static/bin/busybox" udhcpc -n -q -i v0:1 -s "$pool/udhcpc/etc/udhcpc/default.script")"
ip addr add 10.5.0.1/24 dev v0
expect "dhcpcd" "status 1
10.5.0.1/24 v0" "$(addresses "$pool/dhcpcd-base/usr/sbin/dhcpcd" -4 -1 -t 10 -f "$pool/dhcpcd-base/etc/dhcpcd.conf" v0:1)"
ip addr add 10.5.0.1/24 dev v0
expect "dhclient" "status 0
10.5.0.1/24 v0
10.0.0.13/24 v0:1" "$(addresses dhclient v0:1)"
kill "$(cat /run/v0:1.pid)"
dhclient v0
expect "dhclient, and before it for the card" "status 0
10.0.0.13/24 v0" "$(addresses dhclient v0:1)"
kill "$(cat /run/v0:1.pid)" "$(cat /run/v0.pid)"
