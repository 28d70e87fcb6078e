#!/bin/bash
# radvd with `prefix ::/64`, which stands for the networks of the card's own addresses: one that is to go
# (preferred_lft 0), one with 200 seconds left, one of a single machine (/128), and a /56.
#
# Guess: it announces the networks of 64 bits on this link, each as long as it is used here.
# Truth: it asks getifaddrs(3), which has addresses with their lengths and no lifetimes: all are
# announced for a day. Hosts take new addresses of the network that the router itself no more
# uses. fd00::/56 and the /128 are announced with these lengths in the place of 64.
# Seen: radvd 2.19, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages radvd=1:2.19-1+b1 libdaemon0=0.14-7.1 iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
$ip addr add fe80::1/64 dev v0 nodad
$ip addr add 2001:db8:1::1/64 dev v0 nodad
$ip addr add 2001:db8:2::1/64 dev v0 nodad preferred_lft 0
$ip addr add 2001:db8:3::1/64 dev v0 nodad preferred_lft 100 valid_lft 200
$ip addr add 2001:db8:4::1/128 dev v0 nodad
$ip addr add fd00::1/56 dev v0 nodad
echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
printf '%s\n' 'interface v0 {' 'AdvSendAdvert on;' 'MinRtrAdvInterval 3;' 'MaxRtrAdvInterval 4;' 'prefix ::/64 { };' '};' >/run/radvd.conf
LD_LIBRARY_PATH=$(library_path) "$pool/radvd/usr/sbin/radvd" -C /run/radvd.conf -p /run/radvd.pid -n -m stderr >/run/said 2>&1 &
expect "networks on the link" "2001:db8:1::/64
2001:db8:2::/64
2001:db8:3::/64
2001:db8:4::1
fd00::/56" "$($ip -6 route show dev v0 proto kernel | awk '!/^fe80/ { print $1 }' | sort)"
expect "announced, with their lifetimes, valid and preferred" "2001:db8:1::/64 86400 14400
2001:db8:2::/64 86400 14400
2001:db8:3::/64 86400 14400
2001:db8:4::1/128 86400 14400
fd00::/56 86400 14400" "$(timeout 20 /usr/bin/python3 -c '
import socket, struct
s = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.ntohs(0x86dd))
s.bind(("v1", 0x86dd))
p = bytes(41)
while p[6] != 58 or p[40] != 134: p = s.recv(2000)
option = p[56:]
while option:
    if option[0] == 3: print("%s/%d %d %d" % (socket.inet_ntop(socket.AF_INET6, option[16:32]), option[2], *struct.unpack(">II", option[4:12])))
    option = option[8 * option[1]:]' | sort)"
