#!/bin/bash
# "What the machine has sent": net_io_counters() of psutil and IOCounters(false) of gopsutil, on a
# machine whose card v0 is a bridge's port, as with virtual machines.
#
# Guess: the sum is what went over the wire.
# Truth: it is the sum of all devices, and a datagram counts on each that it passes: br0 and
# v0, so twice; one to the machine itself counts on lo. What a VLAN, a bond or a tunnel has
# passed on counts once more likewise. Neither is what `ifconfig v0` has counted.
# Seen: psutil 5.9.4 (Debian 12), shirou/gopsutil 4.26.10, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-psutil=5.9.4-1+b1 net-tools=2.10-0.1+deb12u2
program 'package main

import (
	"fmt"

	"github.com/shirou/gopsutil/v4/net"
)

func main() {
	l, _ := net.IOCounters(false)
	fmt.Println(l[0].BytesSent)
}' github.com/shirou/gopsutil/v4/net@v4.26.10
lab
another
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns $far
nsenter -t $far -n sh -c 'ip link set v1 up; ip addr add 10.0.0.9/24 dev v1'
ip link add br0 type bridge || cannot "a bridge"
ip link set v0 master br0
ip link set br0 up
ip addr add 10.0.0.1/24 dev br0
# Each knows the other, so that nothing else is sent.
ip neigh add 10.0.0.9 lladdr "$(nsenter -t $far -n ip -o link show v1 | grep -o 'ether [^ ]*' | cut -d' ' -f2)" dev br0
nsenter -t $far -n ip neigh add 10.0.0.1 lladdr "$(cat /sys/class/net/br0/address)" dev v1
timeout 20 sh -c 'until grep -qx 3 /sys/class/net/v0/brport/state; do sleep 0.1; done' || cannot "a port that forwards"
# counts: what psutil, gopsutil and ifconfig v0 have for sent bytes.
counts() {
  python 'import psutil; print(psutil.net_io_counters().bytes_sent)'
  "$pool/program"
  "$pool/net-tools/sbin/ifconfig" v0 | sed -n 's/.*TX packets.*bytes \([0-9]*\).*/\1/p'
}
# sent ADDRESS: what ten datagrams, 10420 bytes on an Ethernet, 10280 on lo, add to each.
sent() {
  local before
  before=$(counts)
  /usr/bin/python3 -c "
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for _ in range(10): s.sendto(bytes(1000), ('$1', 9))"
  paste <(echo "$before") <(counts) | awk '{ print $2 - $1 }' | paste -sd' '
}
# Somebody takes them, so that nobody answers.
holding '
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("0.0.0.0", 9))'
expect "to the other machine" "20840 20840 10420" "$(sent 10.0.0.9)"
expect "to itself" "10280 10280 0" "$(sent 10.0.0.1)"
