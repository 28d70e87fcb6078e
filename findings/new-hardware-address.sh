#!/bin/bash
# ifconfig v0 hw ether NEW, on cards with something on them: VLANs, ipvlan, macsec, bridges.
#
# Guess: what had the card's hardware address has the new one then, and fe80:: goes with it; or all keep
# what they have.
# Truth: VLANs that are up, ipvlan and a bridge take it over, macsec, a VLAN that is down and a bridge whose
# address was ever set (to the same) don't. An IPv6 address made of the old one stays on all,
# the card included, until it is down and up again.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
for n in 1 2 3 4 5; do pair v$n w$n 02:00:00:00:00:0$n; done
ip link add link v1 name vlan1 type vlan id 1 || cannot "VLAN"
ip link add link v2 name down2 type vlan id 2
ip link add link v2 name macsec2 type macsec || cannot "macsec"
ip link add link v3 name ipvlan3 type ipvlan || cannot "ipvlan"
ip link add br4 type bridge
ip link set v4 master br4
ip link add br5 type bridge
ip link set br5 address 02:00:00:00:00:05
ip link set v5 master br5
# The card and its VLAN with addresses of IPv6 that are made of it.
for n in v1 vlan1; do ip link set $n addrgenmode eui64; done
ip link set v1 down
for n in v1 vlan1 macsec2 ipvlan3 br4 br5; do ip link set $n up; done
# have: the last three bytes of what each has.
have() {
  local n
  for n in vlan1 down2 macsec2 ipvlan3 br4 br5; do echo $n "$(cut -d: -f4- /sys/class/net/$n/address)"; done
  for n in v1 vlan1; do ip -6 -o addr show $n | awk '{ print $2, $4 }'; done
}
timeout 20 sh -c 'until ip -6 addr show vlan1 | grep -q "fe80.*link" && ip -6 addr show v1 | grep -q "fe80.*link"; do sleep 0.2; done'
expect "before" "vlan1 00:00:01
down2 00:00:02
macsec2 00:00:02
ipvlan3 00:00:03
br4 00:00:04
br5 00:00:05
v1 fe80::ff:fe00:1/64
vlan1 fe80::ff:fe00:1/64" "$(have)"
for n in 1 2 3 4 5; do "$pool/net-tools/sbin/ifconfig" v$n hw ether 02:00:00:00:01:0$n; done
expect "after" "vlan1 00:01:01
down2 00:00:02
macsec2 00:00:02
ipvlan3 00:01:03
br4 00:01:04
br5 00:00:05
v1 fe80::ff:fe00:1/64
vlan1 fe80::ff:fe00:1/64" "$(have)"
"$pool/net-tools/sbin/ifconfig" v1 down
"$pool/net-tools/sbin/ifconfig" v1 up
timeout 20 sh -c 'until ip -6 addr show vlan1 | grep -q "fe80.*link" && ip -6 addr show v1 | grep -q "fe80.*link"; do sleep 0.2; done'
expect "after ifconfig v1 down, up" "v1 fe80::ff:fe00:101/64
vlan1 fe80::ff:fe00:101/64" "$(have | tail -n2)"
