#!/bin/bash
# A machine that is to change its addresses: those in use, of IPv4 and IPv6, are made
# deprecated (preferred_lft 0), the others stand beside them.
#
# Guess: new connections go out from the others, and a listing shows which is which.
# Truth: with IPv6 they do; with IPv4 the kernel keeps the mark, ip shows it (deprecated, and
# "preferred_lft forever" beside it), and nothing heeds it: the old address is the source
# as before. ifconfig of net-tools, busybox and toybox, hostname -I and psutil list the same
# before and after.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, psutil 5.9.4, iproute2 6.1.0-3
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 toybox=0.8.9+dfsg-1 python3-psutil=5.9.4-1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
ip=$pool/iproute2/bin/ip
$ip addr add 10.0.0.1/24 dev v0
$ip addr add 10.0.0.2/24 dev v0
$ip addr add 2001:db8::1/64 dev v0 nodad
$ip addr add 2001:db8::2/64 dev v0 nodad
$ip route add default via 10.0.0.254
$ip -6 route add default via 2001:db8::fe
# sources: the own end of a socket to another network and to a neighbour.
sources() {
  python '
import socket
for a in "203.0.113.9", "10.0.0.9", "2001:db8:9::9", "2001:db8::9":
    s = socket.socket(socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_DGRAM)
    s.connect((a, 9))
    print(s.getsockname()[0])'
}
# listed: what each says of v0's addresses.
listed() {
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet/ { print "net-tools", $2 }'
  "$pool/busybox-static/bin/busybox" ifconfig v0 | awk '/inet/ { print "busybox", $2, $3 }'
  "$pool/toybox/bin/toybox" ifconfig v0 | awk '/inet/ { print "toybox", $2, $3 }'
  echo "hostname $(hostname -I | tr ' ' '\n' | sort | paste -sd' ')"
  python 'import psutil
for a in psutil.net_if_addrs()["v0"]: print("psutil", a.address)'
}
before=$(listed | sort)
expect "sources" "10.0.0.1
10.0.0.1
2001:db8::2
2001:db8::2" "$(sources)"
$ip addr change 10.0.0.1/24 dev v0 preferred_lft 0
$ip addr change 2001:db8::2/64 dev v0 preferred_lft 0
expect "deprecated, by ip" "10.0.0.1/24 forever
2001:db8::2/64 0sec" "$($ip -o addr show dev v0 deprecated | awk '{ print $4, $NF }')"
expect "sources after it" "10.0.0.1
10.0.0.1
2001:db8::1
2001:db8::1" "$(sources)"
expect "listings after it" "$before" "$(listed | sort)"
