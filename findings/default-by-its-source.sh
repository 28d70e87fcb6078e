#!/bin/bash
# Networks of two providers, IPv6, and a default route for what is sent from each of them:
# ip -6 route add default from 2001:db8:1::/48 via 2001:db8:1::9 dev v0
#
# Guess: a list of routes tells the two apart, and what it lists can be deleted as listed.
# Truth: /proc/net/ipv6_route has the source in columns that route and netstat of net-tools,
# and busybox, leave out: two default routes that differ by their gateway alone, as good as
# any. Neither route nor ip deletes what is listed (No such process), unless ip is told
# `from`. netifaces and scapy have the first for whatever is sent, vishvananda/netlink has
# two without a source. Who asks the kernel for a way, ip route get and go-netroute, hears that
# there is none; a program's connect(2) finds one.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, netifaces 0.11.0, scapy
# 2.5.0 (Debian 12), vishvananda/netlink 1.3.1, libp2p/go-netroute 0.4.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3 python3-netifaces=0.11.0-2+b1 \
  python3-scapy=2.5.0+dfsg-2
program 'package main

import (
	"fmt"
	"net"

	"github.com/libp2p/go-netroute"
	"github.com/vishvananda/netlink"
)

func main() {
	l, _ := netlink.RouteList(nil, netlink.FAMILY_V6)
	for _, r := range l {
		if r.Dst.IP.IsUnspecified() {
			fmt.Println(r.Gw, r.Src)
		}
	}
	n, _ := netroute.New()
	_, _, _, err := n.Route(net.ParseIP("2001:db8:9::9"))
	fmt.Println(err)
}' github.com/vishvananda/netlink@v1.3.1 github.com/libp2p/go-netroute@v0.4.0
lab
ip=$pool/iproute2/bin/ip route=$pool/net-tools/sbin/route busybox=$pool/busybox-static/bin/busybox
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 2001:db8:1::1/64 dev v0 nodad
ip addr add 2001:db8:2::1/64 dev w0 nodad
$ip -6 route add default from 2001:db8:1::/48 via 2001:db8:1::9 dev v0 2>/run/said || cannot "routes by source"
$ip -6 route add default from 2001:db8:2::/48 via 2001:db8:2::9 dev w0
rows="::/0 2001:db8:1::9 UG 1024 v0
::/0 2001:db8:2::9 UG 1024 w0"
expect "route" "$rows" "$("$route" -6 -n | awk '/UG/ { print $1, $2, $3, $4, $7 }')"
expect "netstat" "$rows" "$("$pool/net-tools/bin/netstat" -6 -rn | awk '/UG/ { print $1, $2, $3, $4, $7 }')"
expect "busybox" "$rows" "$("$busybox" route -A inet6 -n | awk '/UG/ { print $1, $2, $3, $4, $7 }')"
expect "route del" "SIOCDELRT: No such process" "$("$route" -6 del default gw 2001:db8:2::9 dev w0 2>&1)"
expect "ip -6 route del" "RTNETLINK answers: No such process" "$($ip -6 route del default via 2001:db8:2::9 dev w0 2>&1)"
expect "netifaces" "('2001:db8:1::9', 'v0')" "$(python 'import netifaces; print(netifaces.gateways()["default"][10])')"
expect "scapy" "('v0', '2001:db8:1::1', '2001:db8:1::9')" "$(python '
from scapy.all import conf
print(conf.route6.route("2001:db8:9::9"))' 2>/run/said)"
expect "vishvananda/netlink, go-netroute" "2001:db8:1::9 <nil>
2001:db8:2::9 <nil>
netlink error: network is unreachable" "$("$pool/program")"
expect "ip -6 route get" "RTNETLINK answers: Network is unreachable" "$($ip -6 route get 2001:db8:9::9 2>&1)"
expect "connect(2)" "2001:db8:1::1" "$(python '
import socket
s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
s.connect(("2001:db8:9::9", 9))
print(s.getsockname()[0])')"
expect "ip -6 route del default from" "status 0" "$($ip -6 route del default from 2001:db8:2::/48 via 2001:db8:2::9 dev w0 2>&1; echo "status $?")"
