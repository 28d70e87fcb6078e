#!/bin/bash
# A tunnel (IPIP) that sends nothing, and "carrier" and "collisions" of ifconfig.
#
# Guess: both are of Ethernet's cables: a tunnel has neither, and counts a packet that it
# can't send as dropped.
# Truth: they are what tells the reasons apart: carrier counts packets for which there is no route to
# the tunnel's other end, collisions those whose route to it goes through the tunnel itself. Neither is
# dropped, RUNNING stands there all the time, the sender hears nothing of it, and netstat -i shows
# neither of the two (TX-ERR alone).
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0 (Debian 12), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip link add t1 type ipip local 10.0.0.1 remote 192.0.2.1 || cannot "ipip"
ip link set t1 addrgenmode none
ip link set t1 up
ip addr add 10.9.0.1/30 dev t1
send() { python "
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for _ in range(3): s.sendto(b'x', ('10.9.0.2', 9))
print('sent')"; }
ifconfig() { "$pool/net-tools/sbin/ifconfig" t1 | sed -n 's/.*\(TX errors.*\)/\1/p; s/.*\(RUNNING\).*/\1/p'; }
expect "without a route" "sent" "$(send)"
expect "ifconfig" "RUNNING
TX errors 3  dropped 0 overruns 0  carrier 3  collisions 0" "$(ifconfig)"
ip route add default dev t1
expect "a default route by the tunnel" "sent" "$(send)"
expect "ifconfig" "RUNNING
TX errors 6  dropped 0 overruns 0  carrier 3  collisions 3" "$(ifconfig)"
expect "busybox" "errors:6 dropped:0 overruns:0 carrier:3
collisions:3" "$("$pool/busybox-static/bin/busybox" ifconfig t1 | sed -n 's/.*TX packets:0 //p; s/.*\(collisions:[0-9]*\).*/\1/p')"
expect "netstat -i" "TX-OK 0, TX-ERR 6, TX-DRP 0, TX-OVR 0" \
  "$("$pool/net-tools/bin/netstat" -i | awk '$1 == "t1" { printf "TX-OK %s, TX-ERR %s, TX-DRP %s, TX-OVR %s\n", $7, $8, $9, $10 }')"
ip route del default
ip route add default via 10.0.0.254
ip neigh add 10.0.0.254 lladdr 02:00:00:00:00:09 dev v0
expect "a default route by v0" "sent" "$(send)"
expect "ifconfig" "RUNNING
TX errors 6  dropped 0 overruns 0  carrier 3  collisions 3" "$(ifconfig)"
