#!/bin/bash
# A route over two gateways (ip route add ... nexthop ... nexthop ...).
#
# Guess: `route -n` has a row for each gateway, and `route del ... gw B` takes B away.
# Truth: IPv4 has a row for the first gateway alone. The second can't be deleted
# (No such process), and deleting the first takes both away. IPv6 has two rows.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
route=$pool/net-tools/sbin/route
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip -6 addr add 2001:db8::1/64 dev v0 nodad
ip route add 10.88.0.0/16 nexthop via 10.0.0.2 dev v0 nexthop via 10.0.0.3 dev v0
ip -6 route add 2001:db8:88::/48 nexthop via 2001:db8::2 dev v0 nexthop via 2001:db8::3 dev v0
expect "IPv4 rows" "10.88.0.0 10.0.0.2" "$($route -n | awk '/^10\.88/ { print $1, $2 }')"
expect "IPv6 rows" "$(printf '2001:db8::2\n2001:db8::3')" "$($route -6 -n | awk '/^2001:db8:88/ { print $2 }')"
expect "del by the second gateway" "SIOCDELRT: No such process 7" \
  "$($route del -net 10.88.0.0 netmask 255.255.0.0 gw 10.0.0.3 2>&1 | tr '\n' ' '; echo "${PIPESTATUS[0]}")"
expect "hops left" "2" "$(ip route show 10.88.0.0/16 | grep -c nexthop)"
expect "del by the first gateway" "0" "$($route del -net 10.88.0.0 netmask 255.255.0.0 gw 10.0.0.2 2>&1; echo $?)"
expect "routes left" "" "$(ip route show 10.88.0.0/16)"
