#!/bin/bash
# Routes kept for later by a script: `ip route show default >kept`, and `ip route add $(cat kept)`; or by ip
# itself, `ip route save >kept` and `ip route restore <kept`.
#
# Guess: ip reads what it has written.
# Truth: not four of its words: linkdown (the cable was out for a moment), nhid beside the gateway
# that stands there with it (FRR's routes), the sec of an IPv6 route's `expires 300sec` (a
# router's advertisement), and lock where it says `rto_min lock 200ms`. Each is an error,
# and there is no default route. `ip route restore` stops at the first route by a nexthop object, though
# the object is there: the kernel won't have what it has told; what stood behind it isn't restored.
# Seen: iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
$ip addr add 10.0.0.1/24 dev v0
$ip addr add 2001:db8::1/64 dev v0 nodad
# kept VERSION: the default route as ip shows it, and what ip says when it is to add it again.
kept() {
  local route
  read -ra route <<<"$($ip "$1" route show default)"
  echo "${route[@]}"
  $ip "$1" route del default
  $ip "$1" route add "${route[@]}" 2>&1
  $ip "$1" route flush default 2>/run/said
}
$ip route add default via 10.0.0.254
expect "a plain one" "default via 10.0.0.254 dev v0" "$(kept -4)"
$ip route add default via 10.0.0.254 rto_min 200ms
expect "rto_min" 'default via 10.0.0.254 dev v0 rto_min lock 200ms
Error: argument "lock" is wrong: "rto_min" value is invalid' "$(kept -4)"
$ip nexthop add id 7 via 10.0.0.254 dev v0
$ip route add default nhid 7
expect "nhid" "default nhid 7 via 10.0.0.254 dev v0
Error: Nexthop specification and nexthop id are mutually exclusive." "$(kept -4)"
$ip -6 route add default via 2001:db8::9 expires 300
expect "expires" 'default via 2001:db8::9 dev v0 metric 1024 expires 300sec pref medium
Error: argument "300sec" is wrong: "expires" value is invalid' "$(kept -6 | sed 's/299sec/300sec/')"
$ip link set v1 down
timeout 10 sh -c 'until ip link show v0 | grep -q NO-CARRIER; do sleep 0.1; done'
$ip route add default via 10.0.0.254
expect "a cable out" 'default via 10.0.0.254 dev v0 linkdown
Error: either "to" is duplicate, or "linkdown" is a garbage.' "$(kept -4)"
$ip link set v1 up
timeout 10 sh -c 'until ip link show v0 | grep -q LOWER_UP; do sleep 0.1; done'
$ip nexthop replace id 7 via 10.0.0.254 dev v0
$ip route add 192.0.2.0/24 nhid 7 proto static
$ip route add 198.51.100.0/24 via 10.0.0.9 proto static
$ip route save proto static >/run/kept
expect "kept by ip route save" "192.0.2.0/24 nhid 7 via 10.0.0.254 dev v0
198.51.100.0/24 via 10.0.0.9 dev v0" "$($ip route show proto static | sed 's/ *$//')"
$ip route del 192.0.2.0/24 proto static
$ip route del 198.51.100.0/24 proto static
expect "ip route restore" "Error: Nexthop specification and nexthop id are mutually exclusive." "$($ip route restore </run/kept 2>&1
  $ip route show proto static)"
