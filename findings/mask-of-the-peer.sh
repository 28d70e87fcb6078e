#!/bin/bash
# An address with a peer in another network: ip addr add 10.1.0.1 peer 10.2.0.1/24, and
# the same with IPv6.
#
# Guess: both versions do the same, and 10.1.0.1 with the netmask 255.255.255.0, as
# everything prints it, means that 10.1.0.0/24 is on the link.
# Truth: with IPv4 netmask and prefix are the peer's: 10.2.0.0/24 is on the link and
# 10.1.0.0/24 isn't, so the network of "10.1.0.1/24" (Node, Go, Python's ifaddr) isn't
# there. With IPv6 the same words put the own network on the link, and of the peer's
# the peer alone. vishvananda/netlink says /32 and /128, Ansible /32.
# Seen: net-tools 2.10-0.1+deb12u2, ifaddr 0.1.7, ansible-core 2.14.18 (Debian 12), Node
# 20.20, Go 1.26, vishvananda/netlink 1.3.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 python3-ifaddr=0.1.7-2 "${ansible[@]}"
need_node
program 'package main

import (
	"fmt"
	"net"

	"github.com/vishvananda/netlink"
)

func main() {
	i, _ := net.InterfaceByName("v0")
	a, _ := i.Addrs()
	fmt.Println("net:", a)
	l, _ := netlink.LinkByName("v0")
	for _, f := range []int{netlink.FAMILY_V4, netlink.FAMILY_V6} {
		a, _ := netlink.AddrList(l, f)
		fmt.Println("netlink:", a[0].IPNet)
	}
}' github.com/vishvananda/netlink@v1.3.1
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.1.0.1 peer 10.2.0.1/24 dev v0
ip -6 addr add 2001:db8:1::1 peer 2001:db8:2::1/64 dev v0 nodad
expect "net-tools" "10.1.0.1 255.255.255.0
2001:db8:1::1 64" "$("$pool/net-tools/sbin/ifconfig" v0 | awk '/inet/ { print $2, $4 }')"
expect "IPv4 on the link" "10.2.0.0/24" "$(ip -4 route show dev v0 | awk '{ print $1 }')"
expect "IPv6 on the link" "2001:db8:1::/64
2001:db8:2::1" "$(ip -6 route show dev v0 | awk '{ print $1 }' | sort)"
expect "Node" "10.1.0.1/24 2001:db8:1::1/64" \
  "$(node -p 'require("os").networkInterfaces().v0.map(a => a.cidr).join(" ")')"
expect "Go" "net: [10.1.0.1/24 2001:db8:1::1/64]
netlink: 10.1.0.1/32
netlink: 2001:db8:1::1/128" "$("$pool/program")"
expect "ifaddr" "10.1.0.1/24" "$(python '
import ifaddr
print(*(f"{i.ip}/{i.network_prefix}" for a in ifaddr.get_adapters() if a.name == "v0" for i in a.ips if i.is_IPv4))')"
expect "Ansible" "10.1.0.1/32" "$(ansible '{address}/{prefix}' '["v0"]["ipv4"]')"
