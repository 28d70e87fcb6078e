#!/bin/bash
# The address of a card with several, by Python's ethtool, which inventories and
# subscription programs ask.
#
# Guess: the first, as ifconfig, or all.
# Truth: one module has two: get_ipaddr() the first, get_interfaces_info() the last of the
# kernel's list, and its netmask: whatever is added becomes the card's address, and an
# alias remains it.
# Seen: python3-ethtool 0.14-4+b3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-ethtool=0.14-4+b3 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
says() {
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet / { print $2 }'
  python 'import ethtool
i = ethtool.get_interfaces_info("v0")[0]
print(ethtool.get_ipaddr("v0"))
print(i.ipv4_address, i.ipv4_netmask)' 2>/run/said
}
ip addr add 10.0.0.1/24 dev v0
expect "one address" "10.0.0.1
10.0.0.1
10.0.0.1 24" "$(says)"
ip addr add 172.16.0.1/16 dev v0
expect "another network" "10.0.0.1
10.0.0.1
172.16.0.1 16" "$(says)"
ip addr add 10.0.0.2/24 dev v0 label v0:1
expect "an alias" "10.0.0.1
10.0.0.1
10.0.0.2 24" "$(says)"
ip addr add 192.168.0.1/28 dev v0
expect "a third network" "10.0.0.1
10.0.0.1
10.0.0.2 24" "$(says)"
