#!/bin/bash
# A route of another table (ip route add ... table 100).
#
# Guess: `route -n` and `route -6 -n` treat it alike.
# Truth: /proc/net/route holds the main table, /proc/net/ipv6_route all tables: the
# IPv6 route is listed as if it were in use for everybody, the IPv4 one is not
# listed at all.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
ip route add 10.77.0.0/16 dev v0 table 100
ip -6 route add 2001:db8:77::/48 dev v0 table 100
expect "IPv4 rows" "0" "$("$pool/net-tools/sbin/route" -n | grep -c '^10\.77')"
expect "IPv6 rows" "2001:db8:77::/48 :: U 1024 v0" \
  "$("$pool/net-tools/sbin/route" -6 -n | awk '/^2001:db8:77/ { print $1, $2, $3, $4, $NF }')"
expect "what ip says of the main table" "" "$(ip -6 route show 2001:db8:77::/48)"
