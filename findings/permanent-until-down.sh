#!/bin/bash
# A permanent ARP entry (arp -s), and what the card goes through.
#
# Guess: permanent is until `arp -d`: it outlives whatever the card does.
# Truth: a pulled cable leaves it. `ifconfig v0 down`, a new hardware address and
# `ifconfig v0 -arp` take it away, with no word: the first packet asks by ARP again.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
ifconfig=$pool/net-tools/sbin/ifconfig
pair v0 v1 02:00:00:00:00:01
$ifconfig v0 10.0.0.1 netmask 255.255.255.0

# after COMMAND...: the entry after it.
after() {
  "$pool/net-tools/usr/sbin/arp" -s 10.0.0.9 02:00:00:00:00:09
  "$@" || echo "status $?"
  "$pool/net-tools/usr/sbin/arp" -n | awk '/^10/ { print $1, $3, $4 }'
}
# bounce A B: down and up again.
bounce() { $ifconfig "$1" down && sleep 0.3 && $ifconfig "$1" up && sleep 0.3; }
noarp() { $ifconfig v0 -arp && $ifconfig v0 arp; }
kept="10.0.0.9 02:00:00:00:00:09 CM"
expect "nothing" "$kept" "$(after true)"
expect "the cable pulled and put in" "$kept" "$(after bounce v1)"
expect "down and up" "" "$(after bounce v0)"
expect "hw ether" "" "$(after "$ifconfig" v0 hw ether 02:00:00:00:00:02)"
expect "-arp and arp" "" "$(after noarp)"
