#!/bin/bash
# A server that hangs: it listens and has stopped to accept. Two clients have connected,
# one has sent its request.
#
# Guess: they wait as SYN_RECV, or stand as the server's, with its name and process.
# Truth: the kernel has answered for it: to netstat and ss both ends are ESTABLISHED, with
# the request in Recv-Q, and these belong to nobody, even for root; lsof, which goes by
# processes, hasn't them at all. That the server hangs shows in one place, the line LISTEN,
# whose Recv-Q counts them; netstat has 0 for the limit that ss has beside it. psutil
# has them without a process, and no queue.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3 (ss), lsof 4.95.0, psutil 5.9.4
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 lsof=4.95.0-1 libtirpc3=1.3.3+ds-1 python3-psutil=5.9.4-1+b1
lab
holding '
import socket
s = socket.create_server(("127.0.0.1", 8080), backlog=5)
import os
if os.fork() == 0:
    s.close()
    clients = [socket.create_connection(("127.0.0.1", 8080)) for _ in range(2)]
    clients[0].send(b"GET / HTTP/1.0\r\n\r\n")'
timeout 20 sh -c "until [ \$(grep -c ' 01 ' /proc/net/tcp) = 4 ]; do sleep 0.1; done"
sleep 0.5
expect "netstat -tanp" "LISTEN 2 0 python3
ESTABLISHED 0 0 -
ESTABLISHED 18 0 -" "$("$pool/net-tools/bin/netstat" -tanp | sed 's|[0-9]*/||' | awk '$4 == "127.0.0.1:8080" { print $6, $2, $3, $7 }' | sort -k1,1r -k2n)"
expect "ss -tanp" "LISTEN 2 5 python3
ESTAB 0 0 
ESTAB 18 0 " "$("$pool/iproute2/bin/ss" -tanp | awk '$4 == "127.0.0.1:8080" { split($6, p, "\""); print $1, $2, $3, p[2] }' | sort -k1,1r -k2n)"
expect "lsof" "(LISTEN)" "$(LD_LIBRARY_PATH=$pool/libtirpc3/lib/x86_64-linux-gnu "$pool/lsof/usr/bin/lsof" -w -nP -iTCP:8080 |
  awk '$9 ~ /^127.0.0.1:8080/ { print $10 }')"
expect "psutil" "ESTABLISHED None
ESTABLISHED None
LISTEN True" "$(python "
import psutil
for c in psutil.net_connections('tcp'):
    if c.laddr.port == 8080: print(c.status, c.pid and c.pid == $holder)" | sort)"
