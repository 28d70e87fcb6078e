#!/bin/bash
# The address that ddclient puts into the DNS, usev4=ifv4, usev6=ifv6, of a card with several: v0 has one
# that is to go (preferred_lft 0) and a new one, of IPv4 and IPv6, an alias, and an IPv6 address that
# another machine has.
#
# Guess: the new ones, which new connections go out from; for the alias's name (ifv4=v0:1) its address.
# Truth: IPv4 is the first of the list, the one that is to go. IPv6 leaves out what ip calls deprecated,
# and takes the duplicate address (dadfailed tentative), at which the other machine answers.
# v0:1 is v0 to `ip addr show dev v0:1`, so it has v0's first address as well.
# Seen: ddclient 3.10.0, net-tools 2.10-0.1+deb12u2, perl 5.36, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ddclient=3.10.0-2 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 192.0.2.1/24 dev v0 preferred_lft 0
ip addr add 198.51.100.1/24 dev v0
"$pool/net-tools/sbin/ifconfig" v0:1 203.0.113.1 netmask 255.255.255.0
ip -6 addr add 2001:db8::9/64 dev v1 nodad
ip -6 addr add 2001:db8::1/64 dev v0 nodad preferred_lft 0
ip -6 addr add 2001:db8::2/64 dev v0 nodad
ip -6 addr add 2001:db8::9/64 dev v0
timeout 20 sh -c 'until ip -6 addr show v0 | grep -q dadfailed; do sleep 0.2; done' || cannot "an address that is taken"
# of CARD VERSION: the address.
of() { /usr/bin/perl -e 'require "'"$pool"'/ddclient/usr/bin/ddclient"; print ddclient::get_ip_from_interface(@ARGV) // "none", "\n"' "$1" "$2" 2>/run/said; }
expect "the source of a new connection" "198.51.100.1
2001:db8::2" "$(ip route add default via 198.51.100.254 dev v0; ip route get 8.8.8.8 | grep -o 'src [^ ]*' | cut -d' ' -f2
  ip -6 route add default via 2001:db8::fe dev v0; ip -6 route get 2001:4860::1 | grep -o 'src [^ ]*' | cut -d' ' -f2)"
expect "ddclient, v0" "192.0.2.1
2001:db8::9" "$(of v0 4; of v0 6)"
expect "ddclient, v0:1" "192.0.2.1" "$(of v0:1 4)"
