#!/bin/bash
# `ip addr flush dev v0:1` and `ip link set v0:1 down`, typed for `ifconfig v0:1 down`, on a
# card v0 with the alias v0:1; and the same with v0:7, which there isn't.
#
# Guess: ip knows no v0:1 (ip link show v0:1 says so), or it takes the alias.
# Truth: the C library's if_nametoindex asks the kernel, which drops what is behind the
# colon: v0:1, v0:7 and v0 are one. flush takes all addresses of the card and its
# default route with them, `set down` takes the card down, either with status 0, and
# `ip addr show v0:7` lists v0. Go, which compares names, knows none. busybox' set
# down takes the alias away, as ifconfig does, and its flush all addresses.
# Seen: iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Python 3.11, Go 1.26,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
program 'package main

import (
	"fmt"
	"net"
)

func main() {
	for _, n := range []string{"v0", "v0:1", "v0:7"} {
		_, err := net.InterfaceByName(n)
		fmt.Println(n, err == nil)
	}
}'
lab
ip=$pool/iproute2/bin/ip
busybox=$pool/busybox-static/bin/busybox
pair v0 v1 02:00:00:00:00:01
# after COMMAND...: its status and what is left of v0: up or not, addresses, gateway.
after() {
  ip link set v0 up
  ip addr flush dev v0
  ip addr add 10.0.0.1/24 dev v0
  ip addr add 10.0.0.2/24 dev v0 label v0:1
  ip route add default via 10.0.0.254
  "$@" >/run/said 2>&1
  echo "$? $(ip link show v0 | grep -o '[<,]UP[,>]' | tr -dc UP) $(ip -4 -o addr show v0 | awk '{ print $4 }' | paste -sd' ') $(ip route show default | cut -d' ' -f3)" | tr -s ' '
}
all="UP 10.0.0.1/24 10.0.0.2/24 10.0.0.254"
expect "ifconfig v0:1 down" "0 UP 10.0.0.1/24 10.0.0.254" "$(after "$pool/net-tools/sbin/ifconfig" v0:1 down)"
for alias in v0:1 v0:7; do
  expect "ip link show $alias" "1 $all" "$(after "$ip" link show $alias)"
  expect "ip addr show $alias" "0 $all" "$(after "$ip" addr show $alias)"
  expect "ip addr flush dev $alias" "0 UP " "$(after "$ip" addr flush dev $alias)"
  expect "ip link set $alias down" "0 10.0.0.1/24 10.0.0.2/24 " "$(after "$ip" link set $alias down)"
done
expect "busybox ip link set v0:1 down" "0 UP 10.0.0.1/24 10.0.0.254" "$(after "$busybox" ip link set v0:1 down)"
expect "busybox ip addr flush dev v0:1" "1 UP " "$(after "$busybox" ip addr flush dev v0:1)"
expect "ip addr flush label v0:1" "0 UP 10.0.0.1/24 10.0.0.254" "$(after "$ip" addr flush label v0:1)"
after true >/run/said
expect "Python" "True True" "$(python '
import socket
print(*[socket.if_nametoindex("v0") == socket.if_nametoindex(n) for n in ("v0:1", "v0:7")])')"
expect "Go" "v0 true
v0:1 false
v0:7 false" "$("$pool/program")"
