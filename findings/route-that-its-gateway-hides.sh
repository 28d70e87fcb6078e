#!/bin/bash
# A route by a nexthop object, as routing daemons make them: ip nexthop add id 1 via 10.0.0.9 dev v0;
# ip route add 192.0.2.0/24 nhid 1. It shall be deleted as it is listed:
# route del -net 192.0.2.0/24 gw 10.0.0.9
#
# Guess: the more exactly it is named, as route -n and ip route show it, the surer it is
# found.
# Truth: with the gateway, the device, or both, as listed, it is No such process, for
# route of net-tools and of busybox, for ip and busybox ip: whoever says nothing of the
# way deletes it. For IPv6 it is otherwise once more: by its gateway it is found. And
# `ip nexthop del id 1` takes all its routes with it, with no word.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip -6 addr add 2001:db8::1/64 dev v0 nodad
ip=$pool/iproute2/bin/ip route=$pool/net-tools/sbin/route busybox=$pool/busybox-static/bin/busybox
# shellcheck disable=SC2015 # either failure is one
$ip nexthop add id 1 via 10.0.0.9 dev v0 && $ip -6 nexthop add id 6 via 2001:db8::9 dev v0 || cannot "nexthop objects"
$ip route add 192.0.2.0/24 nhid 1
$ip -6 route add 2001:db8:6::/48 nhid 6 metric 1
# del COMMAND ...: its last words and status.
del() {
  "$@" 2>&1 | grep -o 'No such process'
  echo "status ${PIPESTATUS[0]}"
}
expect "route -n" "192.0.2.0 10.0.0.9 255.255.255.0 UG 0 v0" "$("$route" -n | awk '/^192/ { print $1, $2, $3, $4, $5, $8 }')"
expect "ip route" "192.0.2.0/24 nhid 1 via 10.0.0.9 dev v0" "$($ip route show 192.0.2.0/24 | sed 's/ *$//')"
net="-net 192.0.2.0 netmask 255.255.255.0"
# shellcheck disable=SC2086 # words
{
expect "route del, gateway" "No such process
status 7" "$(del "$route" del $net gw 10.0.0.9)"
expect "route del, device" "No such process
status 7" "$(del "$route" del $net dev v0)"
expect "busybox route del, gateway" "No such process
status 1" "$(del "$busybox" route del $net gw 10.0.0.9)"
expect "ip route del, gateway" "No such process
status 2" "$(del "$ip" route del 192.0.2.0/24 via 10.0.0.9)"
expect "busybox ip route del, gateway and device" "No such process
status 2" "$(del "$busybox" ip route del 192.0.2.0/24 via 10.0.0.9 dev v0)"
expect "route del" "status 0" "$(del "$route" del $net)"
}
expect "IPv6: route del, gateway" "status 0" "$(del "$route" -A inet6 del 2001:db8:6::/48 gw 2001:db8::9)"
$ip route add 192.0.2.0/24 nhid 1
expect "ip nexthop del" "status 0" "$(del "$ip" nexthop del id 1)"
expect "the route" "" "$($ip route show 192.0.2.0/24)"
