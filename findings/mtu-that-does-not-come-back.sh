#!/bin/bash
# A card with something on it, whose MTU is made smaller for a while and set back:
# ifconfig v0 mtu 1300, ifconfig v0 mtu 1500
#
# Guess: what is on the card follows it down and up again; or it never follows.
# Truth: all follow down. A bridge's port and so the bridge, and ipvlan, follow up
# again; VLAN, macvlan and macsec stay small for ever, and so does a bridge whose port is
# the VLAN. And ipvlan has no MTU of its own: one that was set to 1200 by hand gets 1500.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
# card N: v with this number, and the other end of its cable up.
card() { pair "v$1" "w$1" "02:00:00:00:00:0$1"; }
for n in 1 2 3 4 5; do card $n; done
ip link add link v1 name vlan1 type vlan id 1 || cannot "VLAN"
ip link add br1 type bridge
ip link set vlan1 master br1
ip link add link v2 name macvlan2 type macvlan || cannot "macvlan"
ip link add link v3 name macsec3 type macsec || cannot "macsec"
ip link add link v4 name ipvlan4 type ipvlan || cannot "ipvlan"
ip link add link v4 name hand4 type ipvlan
ip link set hand4 mtu 1200
ip link add br5 type bridge
ip link set v5 master br5
# mtus MTU: what those on cards of this MTU have.
mtus() {
  local n
  for n in 1 2 3 4 5; do "$pool/net-tools/sbin/ifconfig" v$n mtu "$1"; done
  for n in vlan1 br1 macvlan2 macsec3 ipvlan4 hand4 br5; do echo $n "$(cat /sys/class/net/$n/mtu)"; done
}
expect "mtu 1300" "vlan1 1300
br1 1300
macvlan2 1300
macsec3 1268
ipvlan4 1300
hand4 1300
br5 1300" "$(mtus 1300)"
expect "mtu 1500" "vlan1 1300
br1 1300
macvlan2 1300
macsec3 1268
ipvlan4 1500
hand4 1500
br5 1500" "$(mtus 1500)"
