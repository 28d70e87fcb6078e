#!/bin/bash
# The same IPv6 route added by `route -A inet6 add` and by `ip -6 route add`.
#
# Guess: the second says File exists, as it does for IPv4.
# Truth: both succeed. The ioctl's default metric is 1, ip's is 1024, so there are
# two routes, and the one of route wins.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
route=$pool/net-tools/sbin/route
pair v0 v1 02:00:00:00:00:01
expect "IPv4: the second one's status" "2" \
  "$($route add -net 10.5.0.0 netmask 255.255.0.0 dev v0; ip route add 10.5.0.0/16 dev v0 2>/dev/null; echo $?)"
expect "IPv6: the second one's status" "0" \
  "$($route -A inet6 add 2001:db8:5::/48 dev v0; ip -6 route add 2001:db8:5::/48 dev v0; echo $?)"
expect "IPv6: metrics" "$(printf '1\n1024')" "$(ip -6 route show 2001:db8:5::/48 | grep -o 'metric [0-9]*' | cut -d' ' -f2)"
