#!/bin/bash
# The MTU of a bridge that somebody has set once.
#
# Guess: 1500 is 1500: a bridge set to 1400 and back to 1500 is like a new one.
# Truth: a new bridge has the least MTU of its ports; one that was ever set keeps what
# it has, and a port with 1400 makes no difference: large packets are lost there. No tool
# shows which kind it is. Setting 1500 where it is 1500 changes nothing.
# Seen: net-tools 2.10-0.1+deb12u2, bridge-utils 1.7.1-1, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 bridge-utils=1.7.1-1 iproute2=6.1.0-3
lab
ifconfig=$pool/net-tools/sbin/ifconfig
# bridge MTU...: a bridge's MTU when each MTU was set, and with a port of 1400 then.
bridge() {
  "$pool/bridge-utils/sbin/brctl" addbr br0
  for mtu in "$@"; do $ifconfig br0 mtu "$mtu"; done
  # Everything that ip tells of it but hardware address, number and running times.
  "$pool/iproute2/bin/ip" -d link show br0 | sed "s/^[0-9]*: //; s/$(cat /sys/class/net/br0/address)/M/g; s/\(timer\|_timer\) *[0-9.]*//g" |
    sed 's/8000\.[0-9a-f:]*/B/g' >>/run/shown
  ip link add p0 mtu 1400 type veth peer name p1
  "$pool/bridge-utils/sbin/brctl" addif br0 p0
  $ifconfig br0 | grep -o 'mtu [0-9]*'
  ip link del p0
  "$pool/bridge-utils/sbin/brctl" delbr br0
}
expect "new" "mtu 1400" "$(bridge)"
expect "set to 1500" "mtu 1400" "$(bridge 1500)"
expect "set to 1400 and 1500" "mtu 1500" "$(bridge 1400 1500)"
expect "kinds that ip -d shows" "1" "$(paste -sd' ' /run/shown | sed 's/br0: /\n&/g' | sed 1d | sed 's/ *$//' | sort -u | grep -c .)"
