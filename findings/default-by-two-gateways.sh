#!/bin/bash
# A default route over two gateways (ip route add default nexthop ... nexthop ...).
#
# Guess: a program that wants one gateway gets the first.
# Truth: for half of them the machine has no default route: go-sockaddr, default-gateway and
# netifaces find none, node's network the card and no gateway on it. For jackpal/gateway,
# Kubernetes and scapy it is the first. systeminformation asks for the route to 1.0.0.0, which
# goes by either, by a number that the kernel draws when it starts: after some starts its default
# gateway is one that its default interface doesn't lead to.
# Seen: hashicorp/go-sockaddr 1.0.7, jackpal/gateway 1.0.6, k8s.io/apimachinery 0.37.2, netifaces
# 0.11.0, scapy 2.5.0 (Debian 12), default-gateway 7.2.2, network 0.7.0, systeminformation
# 5.33.23, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 python3-netifaces=0.11.0-2+b1 python3-scapy=2.5.0+dfsg-2
npm default-gateway@7.2.2 systeminformation@5.33.23 network@0.7.0
program 'package main

import (
	"fmt"

	sockaddr "github.com/hashicorp/go-sockaddr"
	"github.com/jackpal/gateway"
	utilnet "k8s.io/apimachinery/pkg/util/net"
)

func main() {
	fmt.Println(gateway.DiscoverGateway())
	fmt.Println(utilnet.ChooseHostInterface())
	r, _ := sockaddr.NewRouteInfo()
	fmt.Println(r.GetDefaultInterfaceName())
}' github.com/jackpal/gateway@v1.0.6 k8s.io/apimachinery/pkg/util/net@v0.37.2 github.com/hashicorp/go-sockaddr@v1.0.7
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.7.0.1/24 dev w0
ip route add default nexthop via 10.0.0.254 dev v0 nexthop via 10.7.0.254 dev w0
expect "jackpal, Kubernetes, go-sockaddr" "10.0.0.254 <nil>
10.0.0.1 <nil>
 No default interface found" "$("$pool/program")"
expect "netifaces" "{}" "$(python 'import netifaces; print(netifaces.gateways()["default"])')"
expect "scapy" "('v0', '10.0.0.1', '10.0.0.254')" "$(python '
from scapy.all import conf
print(conf.route.route("203.0.113.9"))' 2>/run/said)"
cd "$pool/npm" || exit 1
PATH=$PATH:$pool/net-tools/sbin:$pool/net-tools/bin
expect "default-gateway, systeminformation, network" "Unable to determine default gateway
10.0.0.254 or 10.7.0.254, v0
No gateway IP assigned to v0" "$(node --input-type=module -e '
import {gateway4async} from "default-gateway";
import si from "systeminformation";
import network from "network";
await gateway4async().then(r => console.log(r.gateway, r.int), e => console.log(e.message));
const gateway = await si.networkGatewayDefault();
console.log(["10.0.0.254", "10.7.0.254"].includes(gateway) ? "10.0.0.254 or 10.7.0.254," : gateway, await si.networkInterfaceDefault());
network.get_gateway_ip((e, g) => console.log(e ? e.message : g));')"
