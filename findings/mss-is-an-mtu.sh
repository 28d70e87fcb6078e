#!/bin/bash
# The MSS of `route add ... mss M` and of `netstat -r`.
#
# Guess: it is the maximum segment size, or, as older manuals have it, the route's MTU.
# Truth: neither: `mss 1400` makes an advertised MSS of 1360, which the listing shows
# as 1400 again. A route's MTU is in no listing: for `ip route ... mtu 1400` it has 0.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
"$pool/net-tools/sbin/route" add -net 10.5.0.0/16 mss 1400 dev v0
ip route add 10.6.0.0/16 dev v0 advmss 1400
ip route add 10.7.0.0/16 dev v0 mtu 1400
expect "what ip says" "10.5.0.0/16 dev v0 scope link advmss 1360
10.6.0.0/16 dev v0 scope link advmss 1400
10.7.0.0/16 dev v0 scope link mtu 1400" "$(ip route show | sed 's/ *$//')"
expect "netstat -r: MSS" "10.5.0.0 1400
10.6.0.0 1440
10.7.0.0 0" "$("$pool/net-tools/bin/netstat" -rn | awk '/^10/ { print $1, $5 }')"
