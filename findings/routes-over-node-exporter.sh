#!/bin/bash
# node_exporter's collector of routes (--collector.network_route) beside `netstat -rn` and ip on a machine
# with policy routing: networks in table 100, the same gateway in two tables, `route add ... reject`, an
# IPv6 gateway.
#
# Guess: node_network_route_info has the routes of netstat -rn, node_network_routes their number.
# Truth: it has those of all tables as one, without a word for the table: 203.0.113.0/24 looks like a route
# that is used. The default route of table 100 by the same gateway is then the same metric twice,
# an error at each scrape, which is told in the log alone; it counts in node_network_routes, so
# that the two differ. A reject route is in neither; an IPv6 gateway of IPv4 is none (gw="").
# Seen: prometheus-node-exporter 1.5.0 (Debian 12), net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages prometheus-node-exporter=1.5.0-1+b6 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip route add default via 10.0.0.9
ip route add 192.0.2.0/24 via inet6 fe80::9 dev v0
"$pool/net-tools/sbin/route" add -net 198.51.100.0 netmask 255.255.255.0 reject
"$pool/prometheus-node-exporter/usr/bin/prometheus-node-exporter" --collector.disable-defaults --collector.network_route \
  --web.listen-address=127.0.0.1:9100 2>/run/said &
timeout 20 sh -c 'until grep -qs :238C /proc/net/tcp; do sleep 0.1; done' || cannot "node_exporter"
# metrics: destination and gateway of each route, and the number.
metrics() {
  python 'import urllib.request as u; print(u.urlopen("http://127.0.0.1:9100/metrics").read().decode())' |
    sed -n 's/^node_network_route_info{dest="\([^"]*\)".*gw="\([^"]*\)".*/\1 \2/p; s/^node_network_routes{.*} /in all: /p'
  grep -o 'collected metric' /run/said | sort -u
}
expect "netstat -rn" "0.0.0.0 10.0.0.9
10.0.0.0 0.0.0.0
192.0.2.0 0.0.0.0
198.51.100.0 -" "$("$pool/net-tools/bin/netstat" -rn | awk 'NR > 2 { print $1, $2 }')"
expect "node_exporter" "10.0.0.0/24 
192.0.2.0/24 
default 10.0.0.9
in all: 3" "$(metrics)"
ip route add 203.0.113.0/24 via 10.0.0.9 table 100
expect "a network in table 100" "10.0.0.0/24 
192.0.2.0/24 
203.0.113.0/24 10.0.0.9
default 10.0.0.9
in all: 4" "$(metrics)"
ip route add default via 10.0.0.9 table 100
expect "a default route in table 100" "10.0.0.0/24 
192.0.2.0/24 
203.0.113.0/24 10.0.0.9
default 10.0.0.9
in all: 5
collected metric" "$(metrics)"
