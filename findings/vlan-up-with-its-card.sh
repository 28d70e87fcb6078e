#!/bin/bash
# A VLAN that was taken down by hand, and its card that goes down and up afterwards:
# ifconfig v0.10 down; ifconfig v0 down; ifconfig v0 up
#
# Guess: down is down, until somebody says `ifconfig v0.10 up`.
# Truth: the VLAN is up, with its address and route: the kernel takes up all VLANs of a
# card with it, even one that never was. Only loose_binding leaves a VLAN to itself.
# macvlan, ipvlan and macsec stay down.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
ifconfig=$pool/net-tools/sbin/ifconfig
for n in 0 1 2 3; do pair v$n w$n 02:00:00:00:00:0$n; done
ip link add link v0 name v0.10 type vlan id 10 || cannot "VLAN"
ip link add link v0 name never type vlan id 11
ip link add link v0 name loose type vlan id 12 loose_binding on
ip link add link v1 name macvlan type macvlan || cannot "macvlan"
ip link add link v2 name ipvlan type ipvlan || cannot "ipvlan"
ip link add link v3 name macsec type macsec || cannot "macsec"
"$ifconfig" v0.10 10.0.0.1 netmask 255.255.255.0
for n in v0.10 macvlan ipvlan macsec; do
  "$ifconfig" $n up
  "$ifconfig" $n down
done
# taken_up: those of them that are up, and the routes.
taken_up() {
  ip -br link show up | grep -o '^\(v0.10\|never\|loose\|macvlan\|ipvlan\|macsec\)'
  ip route show
}
expect "down" "" "$(taken_up)"
for n in 0 1 2 3; do "$ifconfig" v$n down; done
expect "the cards down" "" "$(taken_up)"
for n in 0 1 2 3; do "$ifconfig" v$n up; done
expect "the cards up again" "v0.10
never
10.0.0.0/24 dev v0.10 proto kernel scope link src 10.0.0.1 " "$(taken_up)"
