#!/bin/bash
# Routes set by hand, by a gateway, and by a nexthop object (ip nexthop add id 7 via 10.0.0.9 dev v0; ip route
# add 192.0.2.0/24 nhid 7). The cable is out for a moment; or v0 gets another address of its network,
# ifconfig v0 10.0.0.2.
#
# Guess: either kind bears both, or neither.
# Truth: a route by a gateway waits for the cable (linkdown) and works again; nexthop objects of the card
# are deleted, their routes with them, and a group of two cards has one of them from
# then on. A new address is the other way round: routes by a gateway are gone, the objects' stay. Nobody
# hears of it: of all these `ip monitor` tells the IPv6 route's end alone.
# Seen: iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
"$pool/net-tools/sbin/ifconfig" v0 10.0.0.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" w0 10.7.0.1 netmask 255.255.255.0
$ip addr add 2001:db8::1/64 dev v0 nodad
# routes: those set by hand, and the objects.
routes() {
  { $ip route show; $ip -6 route show; $ip nexthop show; } | grep -v 'proto kernel' | sed 's/ metric.*//; s/ scope link//; s/ *$//'
}
# through COMMAND ...: the routes after it, and what a watcher heard of them.
through() {
  $ip nexthop add id 7 via 10.0.0.9 dev v0
  $ip nexthop add id 8 via 2001:db8::9 dev v0
  $ip nexthop add id 9 via 10.7.0.9 dev w0
  $ip nexthop add id 10 group 7/9
  $ip route add 192.0.2.0/24 nhid 7
  $ip -6 route add 2001:db8:7::/48 nhid 8
  $ip route add 203.0.113.0/24 nhid 10
  $ip route add 198.51.100.0/24 via 10.0.0.9
  $ip -6 route add 2001:db8:8::/48 via 2001:db8::9
  $ip monitor nexthop route >/run/heard &
  sleep 0.5
  "$@"
  sleep 0.5
  kill $!
  routes
  sed '/proto kernel/d; s/ metric.*//; s/^/heard: /' /run/heard
  { $ip nexthop flush; $ip route flush proto boot; $ip -6 route flush proto boot; } >/run/said 2>&1
}
cable() {
  $ip link set v1 down
  timeout 10 sh -c 'until ip link show v0 | grep -q NO-CARRIER; do sleep 0.1; done'
  $ip link set v1 up
  timeout 10 sh -c 'until ip link show v0 | grep -q LOWER_UP; do sleep 0.1; done'
}
expect "as set" "192.0.2.0/24 nhid 7 via 10.0.0.9 dev v0
198.51.100.0/24 via 10.0.0.9 dev v0
203.0.113.0/24 nhid 10
	nexthop via 10.0.0.9 dev v0 weight 1
	nexthop via 10.7.0.9 dev w0 weight 1
2001:db8:7::/48 nhid 8 via 2001:db8::9 dev v0
2001:db8:8::/48 via 2001:db8::9 dev v0
id 7 via 10.0.0.9 dev v0
id 8 via 2001:db8::9 dev v0
id 9 via 10.7.0.9 dev w0
id 10 group 7/9" "$(through true)"
expect "after the cable was out" "198.51.100.0/24 via 10.0.0.9 dev v0
203.0.113.0/24 nhid 10 via 10.7.0.9 dev w0
2001:db8:8::/48 via 2001:db8::9 dev v0
id 9 via 10.7.0.9 dev w0
id 10 group 9
heard: Deleted 2001:db8:7::/48 nhid 8 via 2001:db8::9 dev v0" "$(through cable)"
expect "after ifconfig v0 10.0.0.2" "192.0.2.0/24 nhid 7 via 10.0.0.9 dev v0
203.0.113.0/24 nhid 10
	nexthop via 10.0.0.9 dev v0 weight 1
	nexthop via 10.7.0.9 dev w0 weight 1
2001:db8:7::/48 nhid 8 via 2001:db8::9 dev v0
2001:db8:8::/48 via 2001:db8::9 dev v0
id 7 via 10.0.0.9 dev v0
id 8 via 2001:db8::9 dev v0
id 9 via 10.7.0.9 dev w0
id 10 group 7/9" "$(through "$pool/net-tools/sbin/ifconfig" v0 10.0.0.2 netmask 255.255.255.0)"
