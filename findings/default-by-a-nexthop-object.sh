#!/bin/bash
# A default route whose hop is an object of its own, as routing daemons (FRR) make them:
# ip nexthop add id 7 via 10.0.0.254 dev v0; ip route add default nhid 7.
#
# Guess: it is a default route by 10.0.0.254 for everybody.
# Truth: ip prints "default nhid 7 via 10.0.0.254 dev v0", and who counts words from the
# left is two off: default-gateway finds no default route, go-sockaddr (Consul, Nomad)
# no default interface, and for systeminformation the interface is called 10.0.0.254.
# /proc/net/route, and so route, jackpal/gateway and Kubernetes, show no difference.
# Seen: default-gateway 7.2.2, systeminformation 5.33.23, hashicorp/go-sockaddr 1.0.7,
# jackpal/gateway 1.0.6, net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
npm default-gateway@7.2.2 systeminformation@5.33.23
program 'package main

import (
	"fmt"

	sockaddr "github.com/hashicorp/go-sockaddr"
	"github.com/jackpal/gateway"
)

func main() {
	r, _ := sockaddr.NewRouteInfo()
	fmt.Print("go-sockaddr: ")
	fmt.Println(r.GetDefaultInterfaceName())
	fmt.Print("jackpal: ")
	fmt.Println(gateway.DiscoverGateway())
}' github.com/hashicorp/go-sockaddr@v1.0.7 github.com/jackpal/gateway@v1.0.6
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
by_node() {
  cd "$pool/npm" || exit 1
  node --input-type=module -e '
import {gateway4async} from "default-gateway";
import si from "systeminformation";
await gateway4async().then(r => console.log(r.gateway, r.int), e => console.log(e.message));
console.log(await si.networkGatewayDefault(), await si.networkInterfaceDefault());'
}
ip route add default via 10.0.0.254
expect "Node, a route" "10.0.0.254 v0
10.0.0.254 v0" "$(by_node)"
expect "Go, a route" "go-sockaddr: v0 <nil>
jackpal: 10.0.0.254 <nil>" "$("$pool/program")"
ip route del default
ip nexthop add id 7 via 10.0.0.254 dev v0 || cannot "nexthop objects"
ip route add default nhid 7
expect "ip" "default nhid 7 via 10.0.0.254 dev v0" "$(ip route show default | sed 's/ *$//')"
expect "route" "0.0.0.0 10.0.0.254 UG v0" "$("$pool/net-tools/sbin/route" -n | awk '/UG/ { print $1, $2, $4, $8 }')"
expect "Node, the object" "Unable to determine default gateway
10.0.0.254 10.0.0.254" "$(by_node)"
expect "Go, the object" "go-sockaddr:  No default interface found
jackpal: 10.0.0.254 <nil>" "$("$pool/program")"
