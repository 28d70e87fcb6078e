#!/bin/bash
# The routes of a VPN that leaves the default route alone (OpenVPN's redirect-gateway def1):
# 0.0.0.0/1 and 128.0.0.0/1 by the VPN, beside the default route by v0.
#
# Guess: "the default gateway" is the old one to everybody, or the VPN's to everybody.
# Truth: each has its own, and systeminformation both: the gateway is the VPN's, the
# interface v0. netifaces, jackpal/gateway and Kubernetes take 0.0.0.0/1 for the default
# route; ip, default-gateway and go-sockaddr the
# old one. Asked for the way to one address, gopacket has the old one, too, and so
# its packets pass by the VPN; the kernel, go-netroute and scapy have the VPN.
# Seen: jackpal/gateway 1.0.6, k8s.io/apimachinery 0.37.2, hashicorp/go-sockaddr 1.0.7,
# google/gopacket 1.1.19, libp2p/go-netroute 0.4.0, netifaces 0.11.0, scapy 2.5.0 (Debian
# 12), default-gateway 7.2.2, systeminformation 5.33.23, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-netifaces=0.11.0-2+b1 python3-scapy=2.5.0+dfsg-2
npm default-gateway@7.2.2 systeminformation@5.33.23
program 'package main

import (
	"fmt"
	"net"

	"github.com/google/gopacket/routing"
	sockaddr "github.com/hashicorp/go-sockaddr"
	"github.com/jackpal/gateway"
	"github.com/libp2p/go-netroute"
	utilnet "k8s.io/apimachinery/pkg/util/net"
)

type router interface {
	Route(net.IP) (*net.Interface, net.IP, net.IP, error)
}

func way(name string, r router) {
	i, g, _, _ := r.Route(net.ParseIP("203.0.113.9"))
	fmt.Println(name, i.Name, g)
}

func main() {
	g, _ := gateway.DiscoverGateway()
	fmt.Println("jackpal", g)
	a, _ := utilnet.ChooseHostInterface()
	fmt.Println("Kubernetes", a)
	s, _ := sockaddr.NewRouteInfo()
	d, _ := s.GetDefaultInterfaceName()
	fmt.Println("go-sockaddr", d)
	n, _ := netroute.New()
	way("go-netroute", n)
	r, _ := routing.New()
	way("gopacket", r)
}' github.com/jackpal/gateway@v1.0.6 k8s.io/apimachinery/pkg/util/net@v0.37.2 github.com/hashicorp/go-sockaddr@v1.0.7 \
  github.com/google/gopacket@v1.1.19 github.com/libp2p/go-netroute@v0.4.0
lab
pair v0 v1 02:00:00:00:00:01
pair vpn far 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.7.0.1/24 dev vpn
ip route add default via 10.0.0.254
ip route add 0.0.0.0/1 via 10.7.0.254
ip route add 128.0.0.0/1 via 10.7.0.254
expect "ip route show default" "default via 10.0.0.254 dev v0" "$(ip route show default | sed 's/ *$//')"
expect "the kernel's way" "via 10.7.0.254 dev vpn" "$(ip route get 203.0.113.9 | grep -o 'via .* dev vpn')"
expect "Go" "jackpal 10.7.0.254
Kubernetes 10.7.0.1
go-sockaddr v0
go-netroute vpn 10.7.0.254
gopacket v0 10.0.0.254" "$("$pool/program")"
expect "netifaces" "('10.7.0.254', 'vpn')" "$(python 'import netifaces; print(netifaces.gateways()["default"][2])')"
expect "scapy's way" "('vpn', '10.7.0.1', '10.7.0.254')" "$(python '
from scapy.all import conf
print(conf.route.route("203.0.113.9"))' 2>/run/said)"
cd "$pool/npm" || exit 1
expect "default-gateway, systeminformation" "10.0.0.254 v0
10.7.0.254 v0" "$(node --input-type=module -e '
import {gateway4async} from "default-gateway";
import si from "systeminformation";
const r = await gateway4async();
console.log(r.gateway, r.int);
console.log(await si.networkGatewayDefault(), await si.networkInterfaceDefault());')"
