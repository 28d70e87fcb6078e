#!/bin/bash
# A default route by a card whose cable is out, with ignore_routes_with_linkdown=1, as
# routers have it.
#
# Guess: the flag U of route, Up, means that the route is used.
# Truth: the kernel passes it over, nothing gets out, and route and netstat -r of
# net-tools and busybox list it as before, UG: /proc/net/route has no bit for it. ip
# says dead; for IPv6 likewise.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
for v in 4 6; do echo 1 >/proc/sys/net/ipv$v/conf/v0/ignore_routes_with_linkdown; done
$ip addr add 10.0.0.1/24 dev v0
$ip -6 addr add 2001:db8::1/64 dev v0 nodad
$ip route add default via 10.0.0.9
$ip -6 route add default via 2001:db8::9
# says: what each says of the default routes.
says() {
  "$pool/net-tools/sbin/route" -n | awk '/^0.0.0.0/ { print "net-tools", $2, $4 }'
  "$pool/busybox-static/bin/busybox" route -n | awk '/^0.0.0.0/ { print "busybox", $2, $4 }'
  "$pool/net-tools/sbin/route" -6 -n | awk '/^::\/0.*v0/ { print "net-tools", $2, $3 }'
  $ip route show default | sed 's/^/ip /; s/ *$//'
  $ip -6 route show default | sed 's/^/ip /; s/ metric.*dead/ dead/; s/ metric.*//; s/ pref.*//; s/ *$//'
  $ip route get 203.0.113.9 >/run/said 2>&1 && echo "IPv4 used"
  $ip -6 route get 2001:db8:9::9 >/run/said 2>&1 && echo "IPv6 used"
}
expect "with a cable" "net-tools 10.0.0.9 UG
busybox 10.0.0.9 UG
net-tools 2001:db8::9 UG
ip default via 10.0.0.9 dev v0
ip default via 2001:db8::9 dev v0
IPv4 used
IPv6 used" "$(says)"
ip link set v1 down
timeout 10 sh -c 'until ip route show | grep -q dead; do sleep 0.1; done'
expect "without one" "net-tools 10.0.0.9 UG
busybox 10.0.0.9 UG
net-tools 2001:db8::9 UG
ip default via 10.0.0.9 dev v0 dead linkdown
ip default via 2001:db8::9 dev v0 dead linkdown" "$(says)"
