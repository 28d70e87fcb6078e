#!/bin/bash
# Routes that lead nowhere: blackhole, unreachable, prohibit, throw.
#
# Guess: route shows all of them as rejected (!).
# Truth: for IPv4 only unreachable and prohibit; blackhole and throw stand there as
# usable routes (U) of the device *. For IPv6 a blackhole is rejected, too.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
n=6
for kind in blackhole unreachable prohibit throw; do
  ip route add $kind 10.$n.0.0/16
  n=$((n + 1))
done
ip -6 route add blackhole 2001:db8:6::/48
expect "IPv4: blackhole, unreachable, prohibit, throw" "$(printf '10.6.0.0 U *\n10.7.0.0 ! -\n10.8.0.0 ! -\n10.9.0.0 U *')" \
  "$("$pool/net-tools/sbin/route" -n | awk '/^10/ { print $1, $4, $NF }')"
expect "IPv6: blackhole" "2001:db8:6::/48 !n lo" \
  "$("$pool/net-tools/sbin/route" -6 -n | awk '/^2001/ { print $1, $3, $NF }')"
