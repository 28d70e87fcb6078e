#!/bin/bash
# A second default route for one kind of traffic (ip route add default via 10.7.0.254 tos
# 0x10): what is marked for low delay goes out by w0, all else by v0.
#
# Guess: only what knows the mark takes it: a list of routes tells the two apart.
# Truth: /proc/net/route has no column for it and this one comes first. route shows two
# default routes that differ in nothing, and who takes the first (jackpal/gateway,
# Kubernetes, netifaces, scapy, gopacket) has the wrong gateway; node's network calls
# it "0x10", and systeminformation the interface 10.7.0.254. The kernel, default-gateway and
# go-netroute have the right one.
# Seen: net-tools 2.10-0.1+deb12u2, jackpal/gateway 1.0.6, k8s.io/apimachinery 0.37.2,
# google/gopacket 1.1.19, libp2p/go-netroute 0.4.0, netifaces 0.11.0, scapy 2.5.0 (Debian
# 12), default-gateway 7.2.2, network 0.7.0, systeminformation 5.33.23, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 python3-netifaces=0.11.0-2+b1 python3-scapy=2.5.0+dfsg-2
npm default-gateway@7.2.2 systeminformation@5.33.23 network@0.7.0
program 'package main

import (
	"fmt"
	"net"

	"github.com/google/gopacket/routing"
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
	n, _ := netroute.New()
	way("go-netroute", n)
	r, _ := routing.New()
	way("gopacket", r)
}' github.com/jackpal/gateway@v1.0.6 k8s.io/apimachinery/pkg/util/net@v0.37.2 github.com/google/gopacket@v1.1.19 \
  github.com/libp2p/go-netroute@v0.4.0
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.7.0.1/24 dev w0
ip route add default via 10.0.0.254
ip route add default via 10.7.0.254 tos 0x10
expect "the kernel's way" "via 10.0.0.254 dev v0" "$(ip route get 203.0.113.9 | grep -o 'via .* dev v0')"
expect "route" "0.0.0.0 10.7.0.254 0.0.0.0 UG 0 0 0 w0
0.0.0.0 10.0.0.254 0.0.0.0 UG 0 0 0 v0" "$("$pool/net-tools/sbin/route" -n | awk '/UG/ { $1 = $1; print }')"
expect "Go" "jackpal 10.7.0.254
Kubernetes 10.7.0.1
go-netroute v0 10.0.0.254
gopacket w0 10.7.0.254" "$("$pool/program")"
expect "netifaces" "('10.7.0.254', 'w0')" "$(python 'import netifaces; print(netifaces.gateways()["default"][2])')"
expect "scapy" "('w0', '10.7.0.1', '10.7.0.254')" "$(python '
from scapy.all import conf
print(conf.route.route("203.0.113.9"))' 2>/run/said)"
cd "$pool/npm" || exit 1
PATH=$PATH:$pool/net-tools/sbin:$pool/net-tools/bin
expect "default-gateway, systeminformation, network" "10.0.0.254 v0
10.0.0.254 10.7.0.254
0x10" "$(node --input-type=module -e '
import {gateway4async} from "default-gateway";
import si from "systeminformation";
import network from "network";
const r = await gateway4async();
console.log(r.gateway, r.int);
console.log(await si.networkGatewayDefault(), await si.networkInterfaceDefault());
network.get_gateway_ip((e, g) => console.log(e ? e.message : g));')"
