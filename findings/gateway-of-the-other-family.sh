#!/bin/bash
# An IPv4 default route by an IPv6 gateway (RFC 5549), as routers without IPv4 networks
# between them and some clouds have it: ip -4 route add default via inet6 fe80::9 dev v0.
#
# Guess: a program that asks for the gateway gets fe80::9, or none, or an error.
# Truth: /proc/net/route says that there is a gateway (G) and that it is 0.0.0.0, and
# net-tools, busybox and jackpal/gateway hand that on, with no error; scapy takes the
# whole world to be on the wire. Who reads what ip prints takes the second word: the
# gateway's name is "inet6" for Ansible and for systeminformation, whose interface is
# "dev". busybox ip shows a route of the device. vishvananda/netlink has it right,
# netifaces and default-gateway find no gateway.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, scapy 2.5.0, netifaces 0.11.0,
# ansible-core 2.14.18 (all Debian 12), default-gateway 6.0.3, systeminformation 5.23.5,
# jackpal/gateway 1.0.6, vishvananda/netlink 1.3.1, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 python3-scapy=2.5.0+dfsg-2 \
  python3-netifaces=0.11.0-2+b1 "${ansible[@]}"
npm default-gateway@6.0.3 systeminformation@5.23.5
program 'package main

import (
	"fmt"

	"github.com/jackpal/gateway"
	"github.com/vishvananda/netlink"
)

func main() {
	g, err := gateway.DiscoverGateway()
	fmt.Println("gateway:", g, err)
	routes, _ := netlink.RouteList(nil, netlink.FAMILY_V4)
	for _, r := range routes {
		if r.Dst.String() == "0.0.0.0/0" {
			fmt.Println("netlink:", r.Gw, r.Via)
		}
	}
}' github.com/jackpal/gateway@v1.0.6 github.com/vishvananda/netlink@v1.3.1
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip -6 addr add fe80::1/64 dev v0 nodad
ip -4 route add default via inet6 fe80::9 dev v0
expect "ip" "default via inet6 fe80::9 dev v0" "$(ip -4 route show default | sed 's/ *$//')"
expect "net-tools" "0.0.0.0 0.0.0.0 UG v0" "$("$pool/net-tools/sbin/route" -n | awk '/UG/ { print $1, $2, $4, $8 }')"
expect "busybox route" "0.0.0.0 0.0.0.0 UG v0" "$("$pool/busybox-static/bin/busybox" route -n | awk '/UG/ { print $1, $2, $4, $8 }')"
expect "busybox ip" "default dev v0" "$("$pool/busybox-static/bin/busybox" ip route show | sed -n 's/ *$//; /default/p')"
expect "scapy" "('v0', '10.0.0.1', '0.0.0.0')" "$(python '
from scapy.all import conf
print(conf.route.route("203.0.113.9"))' 2>/run/said)"
expect "netifaces" "{}" "$(python 'import netifaces; print(netifaces.gateways()["default"])')"
expect "Ansible" "inet6 v0" "$(ansible '{gateway} {interface}' '["default_ipv4"]')"
cd "$pool/npm" || exit 1
expect "default-gateway" "Unable to determine default gateway" \
  "$(node -e 'require("default-gateway").v4().then(r => console.log(r), e => console.log(e.message))')"
expect "systeminformation" "inet6 dev" "$(node -e '
const si = require("systeminformation");
si.networkGatewayDefault().then(g => si.networkInterfaceDefault().then(i => console.log(g, i)))')"
expect "Go" "gateway: 0.0.0.0 <nil>
netlink: <nil> Family: 10, Address: fe80::9" "$("$pool/program")"
