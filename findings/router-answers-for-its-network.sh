#!/bin/bash
# A machine with 2001:db8::1/64 that becomes a router: net.ipv6.conf.all.forwarding=1, as for
# containers and VPNs.
#
# Guess: the addresses that it answers for are those that ifconfig lists.
# Truth: from then on it answers for the network itself, 2001:db8::, too, as all routers do
# (the subnet's anycast address). ifconfig, ip addr, hostname -I and psutil list nothing
# new; in /proc/net/anycast6 it is, and `route -6 -n` has a row 2001:db8::/128 that looks as
# the row of an own address; a program can't bind it. With a /127 it isn't so.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, psutil 5.9.4 (Debian 12), iproute2 6.1,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 python3-psutil=5.9.4-1+b1
lab
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns $far
nsenter -t $far -n sh -c 'ip link set v1 up; ip addr add 2001:db8::2/64 dev v1 nodad'
ip addr add 2001:db8::1/64 dev v0 nodad
ip addr add 2001:db8:1::1/127 dev v0 nodad
# answers COUNT: from whom the other machine has an answer to so many pings.
answers() { nsenter -t $far -n "$pool/busybox-static/bin/busybox" ping -c "$1" -W 2 2001:db8:: | sed -n 's/.*\(from .*\): seq.*/\1/p' | uniq | grep . || echo nobody; }
# listed: the addresses that the tools have.
listed() {
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet6/ { print "ifconfig", $2 }'
  ip -6 -o addr show dev v0 | awk '{ print "ip", $4 }'
  hostname -I | tr ' ' '\n' | sed -n 's/^./hostname &/p'
  python 'import psutil
for a in psutil.net_if_addrs()["v0"]: print("psutil", a.address)' | grep 2001
}
rows() { "$pool/net-tools/sbin/route" -6 -n | awk '/128/ && /v0/ { print $1, $3 }'; }
before=$(listed)
expect "a host" nobody "$(answers 1)"
expect "its own rows" "2001:db8::1/128 Un
2001:db8:1::1/128 Un" "$(rows)"
echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
expect "a router" "from 2001:db8::1" "$(answers 4)"
expect "what is listed" "$before" "$(listed)"
expect "rows of route -6 -n" "2001:db8::/128 Un
2001:db8::1/128 Un
2001:db8:1::1/128 Un" "$(rows)"
expect "/proc/net/anycast6" "v0 20010db8000000000000000000000000" "$(awk '{ print $2, $3 }' /proc/net/anycast6)"
expect "bind(2)" "Cannot assign requested address" "$(python '
import socket
try: socket.socket(socket.AF_INET6).bind(("2001:db8::", 8003))
except OSError as e: print(e.strerror)')"
