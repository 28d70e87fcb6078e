#!/bin/bash
# A card with a static address (10.5.0.1), an alias (10.6.0.1, v0:1) and a lease beside
# them; the DHCP client gives the lease back and ends (dhclient -r, dhcpcd -k, udhcpc's SIGUSR2).
#
# Guess: the lease's address goes and its default route with it, the rest stays.
# Truth: dhclient's script takes all addresses that are labelled v0, the static one, too; the alias
# stays, and so does the default route, by a gateway in no network of the card. With
# udhcpc all is gone, what was set after the lease had come as well. Only dhcpcd does as
# guessed.
# Seen: isc-dhcp-client 4.4.3-P1, busybox udhcpc 1.35.0 with Debian's script, dhcpcd 9.4.1,
# iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}" iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
serve "option lease 600
option subnet 255.255.255.0
option router 10.0.0.254"
beside() {
  "$ip" addr add 10.5.0.1/24 dev v0
  "$ip" addr add 10.6.0.1/24 dev v0 label v0:1
}
state_of() {
  "$ip" -4 -o addr show v0 | sed 's/.*inet \([^ ]*\).*/\1/'
  "$ip" -4 route show default | sed 's/ *$//; s/ proto.*//; s/ src.*//'
  "$ip" addr flush dev v0
  "$ip" route flush dev v0
}
dhclient() {
  "$pool/isc-dhcp-client/sbin/dhclient" "$1" -sf "$pool/isc-dhcp-client/sbin/dhclient-script" -cf /etc/dhcp/dhclient.conf \
    -lf /run/leases.v0 -pf /run/dhclient.pid v0 >>/run/said 2>&1
}
beside
dhclient -1
expect "with dhclient's lease" "10.5.0.1/24
10.6.0.1/24
10.0.0.13/24" "$("$ip" -4 -o addr show v0 | sed 's/.*inet \([^ ]*\).*/\1/')"
dhclient -r
expect "without it" "10.6.0.1/24
default via 10.0.0.254 dev v0" "$(state_of)"
"$pool/busybox-static/bin/busybox" udhcpc -f -i v0 -s "$pool/udhcpc/etc/udhcpc/default.script" >>/run/said 2>&1 &
timeout 20 sh -c 'until ip -4 addr show v0 | grep -q 10.0.0.13; do sleep 0.1; done' || cannot "udhcpc's lease"
beside
sleep 0.5
kill -USR2 $!
sleep 1
kill $!
expect "without udhcpc's" "" "$(state_of)"
beside
dhcpcd=("$pool/dhcpcd-base/usr/sbin/dhcpcd" -4 -f "$pool/dhcpcd-base/etc/dhcpcd.conf")
"${dhcpcd[@]}" -w -t 15 v0 >>/run/said 2>&1
"${dhcpcd[@]}" -k v0 >>/run/said 2>&1
sleep 1
expect "without dhcpcd's" "10.5.0.1/24
10.6.0.1/24" "$(state_of)"
