#!/bin/bash
# Two servers on [::], port 8001 as the kernel has it, port 8002 with IPV6_V6ONLY, as nginx,
# dovecot and others set it.
#
# Guess: netstat shows which of them takes IPv4, too.
# Truth: both stand there as tcp6 :::PORT, in busybox as tcp :::PORT, in lsof as IPv6 *:PORT, in
# psutil as ::; yet IPv4 is taken at the one and refused at the other.
# /proc/net/tcp6 hasn't the option. Only ss tells: *:8001 takes both, [::]:8002 IPv6.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, lsof 4.95.0, psutil 5.9.4, iproute2 6.1.0-3
# (ss, Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 lsof=4.95.0-1 libtirpc3=1.3.3+ds-1 \
  python3-psutil=5.9.4-1+b1 iproute2=6.1.0-3
lab
holding '
import socket
held = []
for port, only in (8001, 0), (8002, 1):
    s = socket.socket(socket.AF_INET6)
    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
    s.bind(("::", port))
    s.listen()
    held.append(s)'
# try PORT ...: what a connection by IPv4 comes to.
try() { for p in "$@"; do (echo >"/dev/tcp/127.0.0.1/$p") 2>/run/said && echo "$p taken" || echo "$p refused"; done; }
expect "a connection by IPv4" "8001 taken
8002 refused" "$(try 8001 8002)"
expect "net-tools" "tcp6 :::8001 :::*
tcp6 :::8002 :::*" "$("$pool/net-tools/bin/netstat" -ltn | awk '/800/ { print $1, $4, $5 }' | sort)"
expect "busybox" "tcp :::8001 :::*
tcp :::8002 :::*" "$("$pool/busybox-static/bin/busybox" netstat -ltn | awk '/800/ { print $1, $4, $5 }' | sort)"
expect "lsof" "IPv6 *:8001
IPv6 *:8002" "$(LD_LIBRARY_PATH=$pool/libtirpc3/usr/lib/x86_64-linux-gnu "$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said | awk '/LISTEN/ { print $5, $9 }' | sort)"
expect "psutil" "10 :: 8001
10 :: 8002" "$(python '
import psutil
for c in sorted((c for c in psutil.net_connections() if c.status == "LISTEN"), key=lambda c: c.laddr.port):
    print(int(c.family), *c.laddr)')"
expect "ss" "*:8001
[::]:8002" "$("$pool/iproute2/bin/ss" -Hltn 2>/run/said | awk '{ print $4 }' | sort)"
