#!/bin/bash
# A server that opens its port as root and goes on as another user, as most do; one
# client is connected, one has gone.
#
# Guess: the column User of `netstat -e` is the user who runs the program.
# Truth: it is who made the socket: the listener is root's though no process of root has
# it, the connection taken later is the other user's, and the one that is gone (TIME_WAIT) is
# root's, whoever had it, for the kernel has kept no owner. ss -e has no uid for that, and
# likewise says nothing where the owner is root. lsof goes by the process: all is the user's.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3 (ss), lsof 4.95.0, psutil 5.9.4 (Debian
# 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 lsof=4.95.0-1 libtirpc3=1.3.3+ds-1 python3-psutil=5.9.4-1+b1
lab
holding '
import os, socket
s = socket.socket()
s.bind(("127.0.0.1", 8003))
s.listen()
os.setresuid(1234, 1234, 1234)
here = socket.create_connection(("127.0.0.1", 8003)), s.accept()
gone = socket.create_connection(("127.0.0.1", 8003)), s.accept()
gone[0].close()
while gone[1][0].recv(9): pass
gone[1][0].close()'
timeout 20 sh -c 'until grep -qs " 06 " /proc/net/tcp; do sleep 0.1; done' || cannot "a connection that is gone"
expect "net-tools, User" "ESTABLISHED 1234
ESTABLISHED 1234
LISTEN 0
TIME_WAIT 0" "$("$pool/net-tools/bin/netstat" -tane | awk '/:8003/ { print $6, $7 }' | sort)"
expect "ss -e" "ESTAB uid:1234
ESTAB uid:1234
LISTEN none
TIME-WAIT none" "$("$pool/iproute2/bin/ss" -Htane 2>/run/said | awk '{ print $1, match($0, /uid:[0-9]*/) ? substr($0, RSTART, RLENGTH) : "none" }' | sort)"
expect "lsof" "1234 (ESTABLISHED)
1234 (ESTABLISHED)
1234 (LISTEN)" "$(LD_LIBRARY_PATH=$pool/libtirpc3/usr/lib/x86_64-linux-gnu "$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said | awk '/:8003/ { print $3, $NF }' | sort)"
expect "the program's user, by psutil" "1234" "$(python '
import psutil
print(*{psutil.Process(c.pid).uids().effective for c in psutil.net_connections() if c.status == "LISTEN"})')"
