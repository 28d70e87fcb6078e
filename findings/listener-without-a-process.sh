#!/bin/bash
# A listening socket that is on its way from one program to another (SCM_RIGHTS, as
# servers hand sockets over at a restart) and isn't taken out yet.
#
# Guess: a listener of which root's netstat and ss name no process is the kernel's own,
# or its program ended and it will be gone.
# Truth: it belongs to the message. No program has it open, it takes connections, and
# nothing says whose message it is: lsof doesn't list it at all.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, lsof 4.95.0, psutil 5.9.4
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 lsof=4.95.0-1 python3-psutil=5.9.4-1+b1
lab
holding '
import array, socket
near, far = socket.socketpair(socket.AF_UNIX)
s = socket.socket()
s.bind(("127.0.0.1", 8002))
s.listen()
near.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [s.fileno()]))])
s.close()'
expect "netstat -ltnp" "127.0.0.1:8002 LISTEN -" "$("$pool/net-tools/bin/netstat" -ltnp 2>/run/said | awk '/8002/ { print $4, $6, $7 }')"
expect "ss -ltnp" "LISTEN 0 128 127.0.0.1:8002 0.0.0.0:*" "$("$pool/iproute2/bin/ss" -Hltnp | sed 's/  */ /g; s/ $//')"
expect "lsof -i" "" "$("$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said)"
expect "psutil" "LISTEN None" "$(python '
import psutil
for c in psutil.net_connections(): print(c.status, c.pid)')"
expect "a connection" "connected" "$(python '
import socket
socket.create_connection(("127.0.0.1", 8002), 2); print("connected")')"
