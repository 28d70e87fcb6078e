#!/bin/bash
# A card with an address, an alias and a route, all set by hand or ifup, lent to a container by the CNI
# plugin host-device and given back; and a bridge with an alias, whose address the plugin
# bridge is to set (forceAddress).
#
# Guess: the card comes back as it was; the bridge's address in the container's network is
# replaced, the alias in another network stays.
# Truth: the card comes back down and empty, as after a move between network namespaces, and with
# its name as its alias (ip link: alias w0). The bridge has lost its addresses, all of them.
# Seen: containernetworking-plugins 1.1.1 (Debian 12), net-tools 2.10-0.1+deb12u2, iproute2
# 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages containernetworking-plugins=1.1.1+ds1-3+b5 net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip ifconfig=$pool/net-tools/sbin/ifconfig
# cni ACTION PLUGIN FIELDS: as a container's runtime calls the plugin.
cni() {
  CNI_COMMAND=$1 CNI_CONTAINERID=c CNI_NETNS=/run/netns/c CNI_IFNAME=eth0 CNI_PATH=$pool/containernetworking-plugins/usr/lib/cni \
    "$pool/containernetworking-plugins/usr/lib/cni/$2" <<<"{\"cniVersion\":\"0.4.0\",\"name\":\"n\",\"type\":\"$2\",$3}" >>/run/said 2>&1 ||
    echo "$1 fails"
}
state_of() {
  $ip link show "$1" | grep -oE '[<,]UP[,>]|alias .*' | tr -d '<,>'
  $ip -4 -o addr show "$1" | awk '{ print $4 }'
  $ip route show dev "$1" | awk '/via/ { print $1 }'
}
mkdir -p /run/netns
$ip netns add c
pair w0 w1 02:00:00:00:00:01
$ifconfig w0 10.9.0.1 netmask 255.255.255.0
$ifconfig w0:1 10.9.1.1 netmask 255.255.255.0
"$pool/net-tools/sbin/route" add -net 10.20.0.0 netmask 255.255.0.0 gw 10.9.0.9
expect "the card" "UP
10.9.0.1/24
10.9.1.1/24
10.20.0.0/16" "$(state_of w0)"
expect "lent and given back" "alias w0" "$(cni ADD host-device '"device":"w0"'
  cni DEL host-device '"device":"w0"'
  state_of w0)"
$ip link add br0 type bridge || cannot "a bridge"
$ip link set br0 address 02:00:00:00:00:02
$ifconfig br0 10.5.0.1 netmask 255.255.255.0
$ifconfig br0:1 10.6.0.1 netmask 255.255.255.0
ipam='"ipam":{"type":"static","addresses":[{"address":"10.5.0.7/24","gateway":"10.5.0.9"}]}'
expect "the bridge" "UP
10.5.0.9/24" "$(cni ADD bridge "\"bridge\":\"br0\",\"isGateway\":true,\"forceAddress\":true,$ipam"
  state_of br0)"
