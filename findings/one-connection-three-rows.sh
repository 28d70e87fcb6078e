#!/bin/bash
# A connection of MPTCP, which Go's servers take by default since 1.24, between two machines
# with two cards each; the server has hung and reads nothing.
#
# Guess: it is one connection, and what the server hasn't read stands in its Recv-Q.
# Truth: netstat, ss and psutil have three of them ESTABLISHED, of one process, one inode
# and one descriptor: who counts connections counts paths. lsof has one. Recv-Q is 0 in
# all of them, for the kernel has moved what came to the connection above: a server that
# hangs looks idle. `ss -M` has the one and its queue; /proc/net has no table of them.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3 (ss), lsof 4.95.0, psutil
# 5.9.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3 lsof=4.95.0-1 libtirpc3=1.3.3+ds-1 \
  python3-psutil=5.9.4-1+b1
lab
[ "$(sysctl -n net.mptcp.enabled 2>/run/said)" = 1 ] || cannot "MPTCP"
another
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip link set v1 netns $far
ip link set w1 netns $far
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.1.0.1/24 dev w0
nsenter -t $far -n sh -c 'ip link set v1 up; ip link set w1 up; ip addr add 10.0.0.2/24 dev v1; ip addr add 10.1.0.2/24 dev w1'
# The server stays in the lab, the client and its second address are the far machine's.
ip mptcp limits set subflow 4 add_addr_accepted 4
ip mptcp endpoint add 10.1.0.1 dev w0 signal
nsenter -t $far -n sh -c 'ip mptcp limits set subflow 4 add_addr_accepted 4; ip mptcp endpoint add 10.1.0.2 dev w1 subflow'
holding '
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
s.bind(("0.0.0.0", 8003))
s.listen()
import threading
taken = []
threading.Thread(target=lambda: taken.append(s.accept()), daemon=True).start()'
nsenter -t $far -n /usr/bin/python3 -c '
import socket, time
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
s.connect(("10.0.0.1", 8003))
s.send(bytes(3000))
time.sleep(100)' &
timeout 20 sh -c 'until grep -c ":1F43 .* 01 " /proc/net/tcp | grep -qx 3; do sleep 0.1; done' || cannot "two more paths"
sleep 0.5
thrice() { printf '%s\n%s\n%s' "$1" "$1" "$1"; }
expect "net-tools, Recv-Q and process" "$(thrice "0 ESTABLISHED of the holder")" \
  "$("$pool/net-tools/bin/netstat" -tnp 2>/run/said | awk -v p="$holder/" '/:8003/ { print $2, $6, index($7, p) == 1 ? "of the holder" : $7 }')"
expect "net-tools, inodes" 1 "$("$pool/net-tools/bin/netstat" -tne | awk '/:8003/ { print $8 }' | sort -u | wc -l)"
expect "busybox" "$(thrice "0 ESTABLISHED")" "$("$pool/busybox-static/bin/busybox" netstat -tn | awk '/:8003/ { print $2, $6 }')"
expect "ss" "$(thrice "ESTAB 0")" "$("$pool/iproute2/bin/ss" -Htn | awk '/:8003/ { print $1, $2 }')"
expect "psutil, rows and descriptors" "3 1" "$(python '
import psutil
l = [c for c in psutil.net_connections() if c.raddr]
print(len(l), len({(c.pid, c.fd) for c in l}))')"
expect "lsof" 1 "$(LD_LIBRARY_PATH=$pool/libtirpc3/usr/lib/x86_64-linux-gnu "$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said | grep -c ESTABLISHED)"
expect "ss -M" "one, its queue 3000 or more" "$("$pool/iproute2/bin/ss" -HM -n | awk '/ESTAB/ { n++; q = $2 } END { if (n == 1 && q >= 3000) print "one, its queue 3000 or more" }')"
