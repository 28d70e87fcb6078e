#!/bin/bash
# Debian's package ifmetric, whose hook gives all routes of a card the metric of its stanza (metric 20); up
# commands have made a route to 192.0.2.0/24 by 10.0.0.8 and one of metric 50 by 10.0.0.9 for when that
# one is taken away, a route by a nexthop object and one over two cards.
#
# Guess: the route by 10.0.0.8 goes before the other one as before, and all have metric 20 at least.
# Truth: both get 20, and of two with one metric the spare one goes first then: packets go by 10.0.0.9. The
# routes by an object and over two cards keep their metric, 0; the error, Invalid argument, has
# status 0.
# Seen: ifmetric 0.3, ifupdown 0.8.41, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ifmetric=0.3-5 ifupdown=0.8.41
lab
cp "$pool/ifmetric/usr/sbin/ifmetric" /usr/sbin/
cp "$pool/ifmetric/etc/network/if-up.d/ifmetric" /etc/network/if-up.d/
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.7.0.1/24 dev w0
cat >/run/interfaces <<'I'
iface v0 inet static
  address 10.0.0.1/24
  gateway 10.0.0.254
  metric 20
  up ip route add 192.0.2.0/24 via 10.0.0.8
  up ip route add 192.0.2.0/24 via 10.0.0.9 metric 50
  up ip nexthop add id 7 via 10.0.0.9 dev v0
  up ip route add 198.51.100.0/24 nhid 7
  up ip route add 203.0.113.0/24 nexthop via 10.0.0.9 nexthop via 10.7.0.9
I
# came: status of ifup, its routes, and the way to 192.0.2.1; all of it is gone then.
came() {
  "$pool/ifupdown/sbin/ifup" -i /run/interfaces --force v0 >/run/said 2>&1
  echo "status $?"
  grep -o 'Invalid.*' /run/said
  ip route show | sed '/dev w0 proto kernel/d; s/proto kernel scope link //; s/ *$//'
  ip route get 192.0.2.1 | grep -o 'via [^ ]*'
  ip addr flush dev v0
  ip nexthop flush >/run/said 2>&1
  ip route flush 203.0.113.0/24
}
expect "with the hook" "status 0
Invalid argument
default via 10.0.0.254 dev v0 metric 20 onlink
10.0.0.0/24 dev v0 src 10.0.0.1 metric 20
192.0.2.0/24 via 10.0.0.9 dev v0 metric 20
192.0.2.0/24 via 10.0.0.8 dev v0 metric 20
198.51.100.0/24 nhid 7 via 10.0.0.9 dev v0
203.0.113.0/24
	nexthop via 10.0.0.9 dev v0 weight 1
	nexthop via 10.7.0.9 dev w0 weight 1
via 10.0.0.9" "$(came)"
rm /etc/network/if-up.d/ifmetric
expect "without it" "status 0
default via 10.0.0.254 dev v0 metric 20 onlink
10.0.0.0/24 dev v0 src 10.0.0.1
192.0.2.0/24 via 10.0.0.8 dev v0
192.0.2.0/24 via 10.0.0.9 dev v0 metric 50
198.51.100.0/24 nhid 7 via 10.0.0.9 dev v0
203.0.113.0/24
	nexthop via 10.0.0.9 dev v0 weight 1
	nexthop via 10.7.0.9 dev w0 weight 1
via 10.0.0.8" "$(came)"
