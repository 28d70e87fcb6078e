#!/bin/bash
# A card whose queue is shaped (tc qdisc ... tbf), and a program that sends faster.
#
# Guess: what the queue throws away is in "TX dropped" of ifconfig, or at least the
# sender hears of it.
# Truth: neither: TX counts begin behind the queue. ifconfig, netstat -i, ip -s link and
# psutil show no packet lost, and send(2) says that all went out. `tc -s qdisc` knows,
# and netstat -s takes it for a send buffer that was too small.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, psutil 5.9.4 (Debian 12), Linux
# 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 python3-psutil=5.9.4-1+b1
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev v0
"$pool/iproute2/sbin/tc" qdisc add dev v0 root tbf rate 8kbit burst 1600 limit 1600 2>/run/said || cannot "tbf"
expect "send(2)" "100 sent" "$(python '
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sent = sum(s.sendto(bytes(1000), ("10.0.0.2", 9)) == 1000 for _ in range(100))
print(sent, "sent")')"
lost=$("$pool/iproute2/sbin/tc" -s qdisc show dev v0 | grep -o 'dropped [0-9]*' | cut -d' ' -f2)
expect "tc: more than 90 dropped" "yes" "$([ "$lost" -gt 90 ] && echo yes || echo "$lost")"
expect "ifconfig: TX errors and dropped" "0 0" "$("$pool/net-tools/sbin/ifconfig" v0 | awk '/TX errors/ { print $3, $5 }')"
expect "netstat -i: TX-ERR and TX-DRP" "0 0" "$("$pool/net-tools/bin/netstat" -i | awk '/^v0/ { print $8, $9 }')"
expect "ip: TX errors and dropped" "0 0" "$("$pool/iproute2/bin/ip" -s link show v0 | awk 'p { print $3, $4; exit } /TX:/ { p = 1 }')"
expect "psutil: errout and dropout" "0 0" "$(python '
import psutil
c = psutil.net_io_counters(pernic=True)["v0"]
print(c.errout, c.dropout)')"
expect "netstat -s: send buffer errors" "$lost" "$("$pool/net-tools/bin/netstat" -su | awk '/send buffer errors/ { print $1 }')"
