#!/bin/bash
# Two servers on 0.0.0.0:8003, each bound to a card (SO_BINDTODEVICE), as DHCP, DNS and
# VRF set-ups have them.
#
# Guess: netstat's Local Address tells them apart, or the second can't be had.
# Truth: both stand there as 0.0.0.0:8003 LISTEN, in net-tools, busybox, lsof and psutil:
# who connects to 127.0.0.1:8003 is refused all the same. /proc/net/tcp has no column
# for the card. Only ss shows it (0.0.0.0%v0:8003).
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, lsof 4.95.0, psutil 5.9.4,
# iproute2 6.1.0-3 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 lsof=4.95.0-1 python3-psutil=5.9.4-1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
holding '
import socket
held = []
for card in b"v0", b"v1":
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, card)
    s.bind(("0.0.0.0", 8003))
    s.listen()
    held.append(s)'
twice() { printf '%s\n%s' "$1" "$1"; }
expect "net-tools" "$(twice "0.0.0.0:8003 LISTEN")" "$("$pool/net-tools/bin/netstat" -ltn | awk '/8003/ { print $4, $6 }')"
expect "busybox" "$(twice "0.0.0.0:8003 LISTEN")" "$("$pool/busybox-static/bin/busybox" netstat -ltn | awk '/8003/ { print $4, $6 }')"
expect "lsof" "$(twice "*:8003 (LISTEN)")" "$("$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said | grep -o '\*:8003.*')"
expect "psutil" "$(twice "addr(ip='0.0.0.0', port=8003)")" "$(python '
import psutil
for c in psutil.net_connections(): print(c.laddr)')"
expect "ss" "0.0.0.0%v0:8003
0.0.0.0%v1:8003" "$("$pool/iproute2/bin/ss" -Hltn | awk '{ print $4 }' | sort)"
expect "a connection by lo" "Connection refused" "$(python '
import socket
try: socket.create_connection(("127.0.0.1", 8003), 2)
except OSError as e: print(e.strerror)')"
