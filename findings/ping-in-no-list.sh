#!/bin/bash
# A ping of today: a datagram socket of ICMP, which needs no rights (ping_group_range;
# systemd opens it for everybody), in place of a raw one.
#
# Guess: `netstat -an`, `ss -an` and what else lists all sockets has it.
# Truth: it is in /proc/net/icmp, which net-tools, busybox and ss don't read. A classic
# ping's socket is in raw, and they list it. lsof has both, in hexadecimal.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3,
# lsof 4.95.0 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3 lsof=4.95.0-1
lab
echo "0 2147483647" >/proc/sys/net/ipv4/ping_group_range
# sockets KIND: what lists a socket of KIND to 127.0.0.1.
sockets() {
  holding "
import socket
s = socket.socket(socket.AF_INET, socket.$1, socket.IPPROTO_ICMP)
s.connect(('127.0.0.1', 0))"
  echo "netstat $("$pool/net-tools/bin/netstat" -anA inet | grep -c 127.0.0.1)"
  echo "busybox $("$pool/busybox-static/bin/busybox" netstat -an | grep -c 127.0.0.1)"
  echo "ss $("$pool/iproute2/bin/ss" -an 2>/run/said | grep -c 127.0.0.1)"
  echo "lsof $("$pool/lsof/usr/bin/lsof" -n -P -p $holder 2>/run/said | grep -c 0100007F)"
  kill $holder
}
expect "raw" "netstat 1
busybox 1
ss 1
lsof 1" "$(sockets SOCK_RAW)"
expect "datagram" "netstat 0
busybox 0
ss 0
lsof 1" "$(sockets SOCK_DGRAM)"
