#!/bin/bash
# lldpd, which tells the switch the address to manage this machine by, where an
# address has a peer (a tunnel, `ifconfig t0 10.2.0.1 pointopoint 10.2.0.2`) or an alias is asked for.
#
# Guess: it tells the machine's own address, 10.2.0.1; -m v0:1 tells the alias's.
# Truth: it tells 10.2.0.2, the machine at the other end: the network's management logs
# in to that one. With -m and the alias's name it tells none, without a word; with an
# address it does, with 10.2.0.1 too. An address of a card without a peer, where there is one, comes first.
# Seen: lldpd 1.0.16, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
libraries=(libsnmp40=5.9.3+dfsg-2+deb12u1 libperl5.36=5.36.0-7+deb12u4 libsensors5=1:3.6.0-7.1 libwrap0=7.6.q-32
  libpci3=1:3.9.0-4 libevent-2.1-7=2.1.12-stable-8+deb12u1 libbsd0=0.11.7-2 libmd0=1.0.4-2 libxml2=2.9.14+dfsg-1.3~deb12u6 libicu72=72.1-3+deb12u1)
packages lldpd=1.0.16-1+deb12u1 net-tools=2.10-0.1+deb12u2 "${libraries[@]}"
lab
grep -q ^_lldpd: /etc/passwd || useradd -r _lldpd || cannot "a user _lldpd"
getent group _lldpd >/run/group || groupadd -r _lldpd || cannot "a group _lldpd"
cp "$pool/lldpd/usr/sbin/lldpcli" /usr/sbin/
mkdir -p /run/lldpd
ifconfig=$pool/net-tools/sbin/ifconfig
# told OPTION ...: the management address of the first frame at v0's other end.
told() {
  timeout 20 /usr/bin/python3 -c '
import socket
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x88cc))
s.bind(("v1", 0x88cc))
open("/run/ready", "w").close()
frame, sender = s.recvfrom(2000)
while sender[2] == socket.PACKET_OUTGOING:
    frame, sender = s.recvfrom(2000)
at, told = 14, "none"
while frame[at] >> 1 != 0:
    if frame[at] >> 1 == 8 and frame[at + 3] == 1:
        told = socket.inet_ntoa(frame[at + 4:at + 8])
    at += 2 + ((frame[at] & 1) << 8 | frame[at + 1])
print(told)' &
  timeout 10 sh -c 'until [ -e /run/ready ]; do sleep 0.1; done'
  LD_LIBRARY_PATH=$(printf '%s:' "$pool"/l*/usr/lib/x86_64-linux-gnu "$pool"/lib*/lib/x86_64-linux-gnu) \
    "$pool/lldpd/usr/sbin/lldpd" -d -u /run/lldpd.socket "$@" >/run/said 2>&1 &
  wait %1
  kill %2
  wait
  rm -f /run/lldpd.socket /run/ready
}
pair v0 v1 02:00:00:00:00:01
pair t0 t1 02:00:00:00:00:02
$ifconfig t0 10.2.0.1 pointopoint 10.2.0.2 netmask 255.255.255.255
expect "an address with a peer" "10.2.0.2" "$(told)"
$ifconfig v0 10.0.0.1 netmask 255.255.255.0
$ifconfig v0:1 10.1.0.1 netmask 255.255.255.0
expect "a card's address beside it" "10.0.0.1" "$(told)"
expect "-m 10.1.0.1" "10.1.0.1" "$(told -m 10.1.0.1)"
expect "-m v0:1" "none" "$(told -m v0:1)"
expect "-m 10.2.0.1" "10.2.0.1" "$(told -m 10.2.0.1)"
