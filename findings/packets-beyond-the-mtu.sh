#!/bin/bash
# Three million bytes by TCP between two containers (veth, MTU 1500), and the packets that ifconfig and
# netstat -s count: 60 of 50000 bytes.
#
# Guess: a packet is what goes over the wire: of at most the MTU, some 2000 of them, whoever counts.
# Truth: cards of the kernel's own hand each other pieces of up to 64 KB and cut none: RX packets of
# ifconfig and psutil are these, twenty times fewer and beyond the MTU. netstat -s of the sender counts for IP
# the pieces (requests sent out), for TCP what they would be on a wire (segments sent out): many more
# segments than packets. At the receiver TCP's segments are pieces, but InNoECTPkts, of IP, isn't. With
# ethtool -K v1 tso off gso off the same bytes are 2000 packets everywhere: rates and mean sizes of two
# such machines can't be compared.
# Seen: net-tools 2.10-0.1+deb12u2, psutil 5.9.4, ethtool 6.1, Linux 6.18 (57, 60, 2076).
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 python3-psutil=5.9.4-1+b1 ethtool=1:6.1-1
lab
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns "$far"
there() { nsenter -t "$far" -n "$@"; }
there sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1'
ip addr add 10.0.0.1/24 dev v0
# send: three million bytes from v1's machine to v0's.
send() {
  python "
import socket
l = socket.create_server(('10.0.0.1', 8001))
open('/run/ready', 'w').close()
c, _ = l.accept()
while c.recv(1 << 20): pass" &
  timeout 20 sh -c 'until [ -e /run/ready ]; do sleep 0.1; done' || cannot "a server"
  there /usr/bin/python3 -c "
import socket
c = socket.create_connection(('10.0.0.1', 8001))
c.sendall(bytes(3000000))
c.close()"
  wait $!
  rm /run/ready
}
netstat=$pool/net-tools/bin/netstat
received() { "$pool/net-tools/sbin/ifconfig" v0 | sed -n 's/.*RX packets \([0-9]*\).*/\1/p'; }
size() {
  if [ "$1" -lt 1000 ]; then echo "hundreds or fewer"; elif [ "$1" -gt 1900 ] && [ "$1" -lt 3000 ]; then echo "two thousand"; else echo "$1"; fi
}
send
expect "ifconfig, RX packets" "hundreds or fewer" "$(size "$(received)")"
expect "psutil" "hundreds or fewer" "$(size "$(python 'import psutil; print(psutil.net_io_counters(pernic=True)["v0"].packets_recv)')")"
expect "bytes in a packet" "beyond the MTU" "$(python 'import psutil
v0 = psutil.net_io_counters(pernic=True)["v0"]
if v0.bytes_recv / v0.packets_recv > 3000: print("beyond the MTU")')"
count() { sed -nE "s/ *([0-9]+) $1\$/\1/p; s/ *$1: ([0-9]+)\$/\1/p"; }
expect "sender, IP" "hundreds or fewer" "$(size "$(there "$netstat" -s | count 'requests sent out')")"
expect "sender, TCP" "two thousand" "$(size "$(there "$netstat" -s | count 'segments sent out')")"
expect "receiver, TCP" "hundreds or fewer" "$(size "$("$netstat" -s | count 'segments received')")"
expect "receiver, InNoECTPkts" "two thousand" "$(size "$("$netstat" -s | count InNoECTPkts)")"
there "$pool/ethtool/sbin/ethtool" -K v1 tso off gso off >/run/said 2>&1 || cannot "ethtool -K"
before=$(received)
send
expect "without pieces, RX packets" "two thousand" "$(size $(($(received) - before)))"
