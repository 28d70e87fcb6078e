#!/bin/bash
# Frames of a protocol that nothing on the machine has asked for: LLDP or spanning tree
# of a switch, on a host without their daemons.
#
# Guess: "RX dropped" counts frames that were wanted and lost: a full queue, a bad cable.
# Truth: the kernel counts there what it has no taker for. While somebody looks at the
# card (tcpdump) all frames have a taker, and the counter stands still.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
pair v0 v1 02:00:00:00:00:01
# lldp: ten frames from the other end.
lldp() {
  python '
import socket
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
s.bind(("v1", 0))
for _ in range(10): s.send(bytes.fromhex("0180c200000e02000000000288cc") + bytes(46))'
  sleep 0.5
}
# counted: packets and dropped of v0.
counted() { "$pool/net-tools/sbin/ifconfig" v0 | awk '/RX packets/ { p = $3 } /RX errors/ { print p, "packets,", $5, "dropped" }'; }
expect "at first" "0 packets, 0 dropped" "$(counted)"
expect "ten frames" "10 packets, 10 dropped" "$(lldp; counted)"
expect "busybox" "packets:10 errors:0 dropped:10" "$("$pool/busybox-static/bin/busybox" ifconfig v0 | grep -o 'packets:10.*dropped:[0-9]*')"
holding '
import socket
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))'
expect "ten more, somebody looks" "20 packets, 10 dropped" "$(lldp; counted)"
kill "$holder"
wait "$holder" 2>/run/said
expect "ten more, nobody looks" "30 packets, 20 dropped" "$(lldp; counted)"
