#!/bin/bash
# Routes whose hop is an object of its own (ip route add ... nhid 7), as routing daemons
# (FRR) make them, and `ip route flush`.
#
# Guess: flush takes them away like others, or none; what a listing shows (default via
# 10.0.0.254 dev v0) deletes the route.
# Truth: flush of iproute2 and busybox sends the object and its hop, the kernel refuses the
# two together (Invalid argument): the routes without an object are gone, those with one
# stay, so a machine keeps its default route and nothing else. Deleting one by its gateway or
# card finds no route; `route del default`, which says less, takes it.
# Seen: iproute2 6.1.0-3, busybox 1.35.0, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 busybox-static=1:1.35.0-4+deb12u1+b1 net-tools=2.10-0.1+deb12u2
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
$ip addr add 10.0.0.1/24 dev v0
$ip nexthop add id 7 via 10.0.0.254 dev v0 || cannot "nexthop objects"
$ip route add default nhid 7
routes() { $ip route show | grep -v 'proto kernel' | sed 's/ *$//'; }
# said COMMAND...: its last word and status.
said() {
  "$@" >/run/said 2>&1
  echo "status $? $(tail -n1 /run/said)"
}
for flush in "$ip" "$pool/busybox-static/bin/busybox ip"; do
  $ip route add 10.1.0.0/16 via 10.0.0.9
  expect "routes" "default nhid 7 via 10.0.0.254 dev v0
10.1.0.0/16 via 10.0.0.9 dev v0" "$(routes)"
  # shellcheck disable=SC2086 # words
  expect "flush" "Invalid argument" "$(said $flush route flush table main | grep -o 'Invalid argument')"
  expect "routes then" "default nhid 7 via 10.0.0.254 dev v0" "$(routes)"
  $ip route show | grep -q 'proto kernel' || $ip route add 10.0.0.0/24 dev v0 proto kernel scope link src 10.0.0.1
done
expect "del by gateway and card" "status 2 RTNETLINK answers: No such process" \
  "$(said "$ip" route del default via 10.0.0.254 dev v0)"
expect "del by the card" "status 2 RTNETLINK answers: No such process" "$(said "$ip" route del default dev v0)"
expect "route del by the gateway" "status 7 SIOCDELRT: No such process" \
  "$(said "$pool/net-tools/sbin/route" del default gw 10.0.0.254)"
expect "route del default" "status 0 " "$(said "$pool/net-tools/sbin/route" del default)"
expect "routes at last" "" "$(routes)"
