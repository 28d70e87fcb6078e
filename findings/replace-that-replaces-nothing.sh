#!/bin/bash
# `ip addr replace` and `ip addr change` of an address that is there.
#
# Guess: broadcast, label, scope and flags are as asked for then, or it is an error.
# Truth: lifetime and metric are taken over, the rest is dropped with status 0: the
# broadcast address stays wrong, and there is no v0:1.
# Seen: iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
addr() { "$pool/iproute2/bin/ip" addr "$@" dev v0; echo "status $?"; "$pool/iproute2/bin/ip" -4 -o addr show v0 | sed 's/.*inet //; s/\\.*//; s/ *$//'; }
expect "add" "status 0
10.0.0.1/24 brd 10.0.0.127 scope global v0" "$(addr add 10.0.0.1/24 brd 10.0.0.127)"
for word in change replace; do
  expect "$word" "status 0
10.0.0.1/24 brd 10.0.0.127 scope global v0" "$(addr $word 10.0.0.1/24 brd 10.0.0.255 label v0:1 scope link noprefixroute)"
done
expect "v0:1" "" "$("$pool/net-tools/sbin/ifconfig" v0:1 | grep inet)"
expect "change of a lifetime and a metric" "status 0
10.0.0.1/24 metric 5 brd 10.0.0.127 scope global dynamic v0" "$(addr change 10.0.0.1/24 metric 5 valid_lft 600 preferred_lft 600)"
