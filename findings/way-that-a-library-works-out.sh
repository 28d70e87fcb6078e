#!/bin/bash
# "By which card, gateway and source to 203.0.113.9?", as scanners and peer-to-peer programs in Go and
# Python ask libraries, for packets that they make themselves.
#
# Guess: the answer is that of `ip route get`.
# Truth: netroute asks the kernel. gopacket reads the routes and chooses itself: it takes those of all
# tables for one, so a default route of a VPN's or a VRF's table goes before the machine's; neither it
# nor scapy, which reads /proc/net/route, leaves out what is for a `tos` alone or is dead
# for want of a cable; to a network that is unreachable both go by the default route.
# Seen: google/gopacket 1.1.19, libp2p/go-netroute 0.4.0, scapy 2.5.0 (Debian 12), iproute2 6.1.0-3,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-scapy=2.5.0+dfsg-2 iproute2=6.1.0-3
program 'package main

import (
	"fmt"
	"net"

	"github.com/google/gopacket/routing"
	"github.com/libp2p/go-netroute"
)

type router interface {
	Route(net.IP) (*net.Interface, net.IP, net.IP, error)
}

func ask(name string, r router, err error) {
	if err != nil {
		fmt.Println(name, err)
		return
	}
	i, gateway, source, err := r.Route(net.ParseIP("203.0.113.9"))
	if err != nil {
		fmt.Println(name, err)
		return
	}
	fmt.Println(name, i.Name, gateway, source)
}

func main() {
	g, err := routing.New()
	ask("gopacket", g, err)
	n, err := netroute.New()
	ask("netroute", n, err)
}' github.com/google/gopacket@v1.1.19 github.com/libp2p/go-netroute@v0.4.0
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
$ip addr add 10.0.0.1/24 dev v0
$ip addr add 10.7.0.1/24 dev w0
ways() {
  "$pool/program"
  python '
from scapy.all import conf
print("scapy", *(conf.route.route("203.0.113.9")[i] for i in (0, 2, 1)))' 2>/run/said
  $ip route get 203.0.113.9 2>&1 | sed -n '1s/203.0.113.9 via \([^ ]*\) dev \([^ ]*\) src \([^ ]*\).*/ip \2 \1 \3/p; s/^RTNETLINK.*: /ip /p'
}
$ip route add default via 10.0.0.254
expect "a default route" "gopacket v0 10.0.0.254 10.0.0.1
netroute v0 10.0.0.254 10.0.0.1
scapy v0 10.0.0.254 10.0.0.1
ip v0 10.0.0.254 10.0.0.1" "$(ways)"
$ip route add default via 10.7.0.254 table 100
expect "another in table 100" "gopacket w0 10.7.0.254 10.7.0.1
netroute v0 10.0.0.254 10.0.0.1
scapy v0 10.0.0.254 10.0.0.1
ip v0 10.0.0.254 10.0.0.1" "$(ways)"
$ip route flush table 100
$ip route add unreachable 203.0.113.0/24
expect "an unreachable network" "gopacket v0 10.0.0.254 10.0.0.1
netroute netlink error: no route to host
scapy v0 10.0.0.254 10.0.0.1
ip No route to host" "$(ways)"
$ip route del unreachable 203.0.113.0/24
$ip route add default via 10.7.0.254 tos 0x10
expect "a default route for tos 0x10" "gopacket w0 10.7.0.254 10.7.0.1
netroute v0 10.0.0.254 10.0.0.1
scapy w0 10.7.0.254 10.7.0.1
ip v0 10.0.0.254 10.0.0.1" "$(ways)"
$ip route del default tos 0x10 via 10.7.0.254
$ip route add default via 10.7.0.254 metric 100
echo 1 >/proc/sys/net/ipv4/conf/v0/ignore_routes_with_linkdown
$ip link set v1 down
timeout 10 sh -c 'until ip route show default | grep -q linkdown; do sleep 0.1; done'
expect "one of metric 100, the cable of the first out" "gopacket v0 10.0.0.254 10.0.0.1
netroute w0 10.7.0.254 10.7.0.1
scapy v0 10.0.0.254 10.0.0.1
ip w0 10.7.0.254 10.7.0.1" "$(ways)"
