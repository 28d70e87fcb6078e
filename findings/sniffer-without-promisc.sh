#!/bin/bash
# A sniffer on a card: a packet socket that asks for all frames, as tcpdump does.
#
# Guess: ifconfig, ip and netstat -i show PROMISC (P) while it runs: that is what the
# flag is for, and what checks for sniffers look at.
# Truth: none does: the flag of ioctl and netlink is what was set by hand. Only the count
# of `ip -d link` and the flags of /sys tell. And by hand it stays when no one listens.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
# flags: who says what of v0.
flags() {
  echo "net-tools $("$pool/net-tools/sbin/ifconfig" v0 | grep -c PROMISC)"
  echo "netstat -i $("$pool/net-tools/bin/netstat" -i | awk '/^v0/ { print $NF }')"
  echo "busybox $("$pool/busybox-static/bin/busybox" ifconfig v0 | grep -c PROMISC)"
  echo "ip $("$pool/iproute2/bin/ip" link show v0 | grep -c PROMISC)"
  echo "ip -d $("$pool/iproute2/bin/ip" -d link show v0 | grep -o 'promiscuity [0-9]')"
  echo "/sys $(cat /sys/class/net/v0/flags)"
}
holding '
import socket, struct
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
s.setsockopt(263, 1, struct.pack("IHH8s", socket.if_nametoindex("v0"), 1, 0, b""))'
expect "a sniffer" "net-tools 0
netstat -i BMRU
busybox 0
ip 0
ip -d promiscuity 1
/sys 0x1103" "$(flags)"
kill "$holder"
wait "$holder" 2>/run/said
"$pool/net-tools/sbin/ifconfig" v0 promisc
expect "by hand, no sniffer" "net-tools 1
netstat -i BMPRU
busybox 1
ip 1
ip -d promiscuity 1
/sys 0x1103" "$(flags)"
