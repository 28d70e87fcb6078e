#!/bin/bash
# A router's filter of networks that nobody has: ip route add blackhole 0.0.0.0/8, beside
# its default route.
#
# Guess: whoever looks for the default route looks for 0.0.0.0 with the mask 0.0.0.0.
# Truth: in /proc/net/route the /8 stands first and its destination is 0.0.0.0, too, and
# three don't look at the mask: jackpal/gateway and cloud-init's CloudStack source, which
# asks the gateway for its configuration, say that it is 0.0.0.0, and Kubernetes'
# ChooseHostInterface ends with an error: it looks for a card called "*". Who asks the kernel
# or ip isn't disturbed.
# Seen: jackpal/gateway 1.0.6, k8s.io/apimachinery 0.37.2, cloud-init 22.4.2, netifaces
# 0.11.0, scapy 2.5.0 (Debian 12), Go 1.26, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}" python3-scapy=2.5.0+dfsg-2
program 'package main

import (
	"fmt"

	"github.com/jackpal/gateway"
	utilnet "k8s.io/apimachinery/pkg/util/net"
)

func main() {
	g, err := gateway.DiscoverGateway()
	fmt.Println("jackpal:", g, err)
	a, err := utilnet.ChooseHostInterface()
	fmt.Println("Kubernetes:", a, err)
}' github.com/jackpal/gateway@v1.0.6 k8s.io/apimachinery/pkg/util/net@v0.37.2
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip route add default via 10.0.0.254
by_cloudinit() { python 'from cloudinit.sources import DataSourceCloudStack as d; print(d.get_default_gateway())'; }
expect "Go, before" "jackpal: 10.0.0.254 <nil>
Kubernetes: 10.0.0.1 <nil>" "$("$pool/program")"
expect "cloud-init, before" "10.0.0.254" "$(by_cloudinit)"
ip route add blackhole 0.0.0.0/8
expect "/proc/net/route" "* 00000000 00000000 0001 000000FF
v0 00000000 FE00000A 0003 00000000" "$(awk '$2 == "00000000" { print $1, $2, $3, $4, $8 }' /proc/net/route)"
expect "Go" "jackpal: 0.0.0.0 <nil>
Kubernetes: <nil> route ip+net: no such network interface" "$("$pool/program")"
expect "cloud-init" "0.0.0.0" "$(by_cloudinit)"
expect "netifaces" "('10.0.0.254', 'v0')" "$(python 'import netifaces; print(netifaces.gateways()["default"][2])')"
expect "scapy" "('v0', '10.0.0.1', '10.0.0.254')" "$(python '
from scapy.all import conf
print(conf.route.route("203.0.113.9"))' 2>/run/said)"
