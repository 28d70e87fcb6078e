#!/bin/bash
# An IPv6 address that another machine on the link has already (duplicate address).
#
# Guess: `ifconfig v0 inet6 add` fails, or the listing says so; a library's list of the
# machine's own addresses hasn't it.
# Truth: adding succeeds, the kernel finds out a second later and never uses it: no
# program can bind it. ip shows dadfailed; net-tools, busybox, toybox, Go, Node, psutil
# and hostname -I list it like any other. /proc/net/if_inet6 has the flag in its fifth
# column.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, psutil 5.9.4 (Debian
# 12), hostname 3.23, Go 1.26, Node 20.20, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 toybox=0.8.9+dfsg-1 python3-psutil=5.9.4-1+b1 \
  hostname=3.23+nmu1
need_node
program 'package main

import (
	"fmt"
	"net"
)

func main() {
	i, _ := net.InterfaceByName("v0")
	a, _ := i.Addrs()
	fmt.Println(a)
}'
lab
pair v0 v1 02:00:00:00:00:01
unshare -n sleep 100 &
sleep 0.5
ip link set v1 netns $!
nsenter -t $! -n sh -c 'ip link set v1 up; ip -6 addr add 2001:db8::7/64 dev v1 nodad'
expect "adding" "status 0" "$("$pool/net-tools/sbin/ifconfig" v0 inet6 add 2001:db8::7/64; echo "status $?")"
timeout 20 sh -c 'while ip -6 addr show v0 | grep -q tentative && ! ip -6 addr show v0 | grep -q dadfailed; do sleep 0.1; done'
expect "ip" "2001:db8::7/64 scope global dadfailed tentative" "$(ip -6 -o addr show v0 | sed 's/.*inet6 //; s/ *\\.*//')"
expect "/proc/net/if_inet6" "c8" "$(awk '$6 == "v0" { print $5 }' /proc/net/if_inet6)"
expect "a program that binds it" "Cannot assign requested address" "$(python '
import socket
try: socket.socket(socket.AF_INET6).bind(("2001:db8::7", 0))
except OSError as e: print(e.strerror)')"
expect "net-tools" "inet6 2001:db8::7  prefixlen 64  scopeid 0x0<global>" "$("$pool/net-tools/sbin/ifconfig" v0 | grep inet6 | sed 's/^ *//')"
expect "busybox" "inet6 addr: 2001:db8::7/64 Scope:Global" "$("$pool/busybox-static/bin/busybox" ifconfig v0 | grep inet6 | sed 's/^ *//')"
expect "toybox" "inet6 addr: 2001:db8::7/64 Scope: Global" "$("$pool/toybox/bin/toybox" ifconfig v0 | grep inet6 | sed 's/^ *//')"
expect "Go" "[2001:db8::7/64]" "$("$pool/program")"
expect "Node" "2001:db8::7/64" "$(node -p 'require("os").networkInterfaces().v0.map(a => a.cidr).join(" ")')"
expect "psutil" "2001:db8::7" "$(python '
import psutil
print(*(a.address for a in psutil.net_if_addrs()["v0"] if a.family == 10))')"
expect "hostname -I" "2001:db8::7" "$("$pool/hostname/bin/hostname" -I | sed 's/ *$//')"
