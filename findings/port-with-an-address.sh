#!/bin/bash
# A card with addresses of both versions becomes a port of a bond, and of a bridge.
#
# Guess: the port loses its addresses, or they go on working; at the latest when the bond or
# bridge has an address of the same network all is well.
# Truth: address and route stay with the port, though a bond wants it down first, which
# takes the route away: the bond takes the card up again. What is sent goes out by the port,
# and no answer comes in there: the neighbour is unreachable, while ifconfig and route show of
# v0 what they showed before. An address of the bond's own changes nothing, for the port's
# route is first: only when the port has lost its own the neighbour is back.
# Seen: net-tools 2.10-0.1+deb12u2, bridge-utils 1.7.1, busybox 1.35.0, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 bridge-utils=1.7.1-1
guest
# reached: the versions by which the neighbour answers.
reached() {
  local a
  ip neigh flush all
  for a in 10.0.0.9 2001:db8::9; do
    "$pool/busybox-static/bin/busybox" ping -c 2 -W 2 $a >/run/said 2>&1 && echo "  answer from $a"
  done
}
# shown: what net-tools show of v0, less what the kernel adds by itself.
shown() {
  "$pool/net-tools/sbin/ifconfig" v0 | awk '/inet/ && !/fe80/ { print "  " $2 }'
  "$pool/net-tools/sbin/route" -n | awk '/ v0$/ { print "  " $1, $NF }'
}
# port KIND: what is so before, as a port, with an address for m0, and without v0's.
port() {
  unshare -n sleep 100 &
  local far=$!
  sleep 1
  pair v0 v1 02:00:00:00:00:01
  ip link set v1 netns $far
  nsenter -t $far -n sh -c 'ip link set v1 up; ip addr add 10.0.0.9/24 dev v1; ip addr add 2001:db8::9/64 dev v1 nodad'
  ip addr add 10.0.0.1/24 dev v0
  ip addr add 2001:db8::1/64 dev v0 nodad
  echo "a card"
  shown
  reached
  ip link add m0 type "$1" || cannot "$1"
  if [ "$1" = bridge ]; then
    "$pool/bridge-utils/sbin/brctl" addif m0 v0
  else
    # Down takes IPv6 addresses along, unless they are to be kept.
    echo 1 >/proc/sys/net/ipv6/conf/v0/keep_addr_on_down
    ip link set v0 down
    ip link set v0 master m0
  fi
  ip link set m0 addrgenmode none up
  echo "a port"
  shown
  reached
  ip addr add 10.0.0.2/24 dev m0
  echo "m0 with an address"
  reached
  ip addr del 10.0.0.1/24 dev v0
  echo "the port without"
  reached
  kill $far
  ip link del m0
  ip link del v0 2>/run/said
}
want="a card
  10.0.0.1
  2001:db8::1
  10.0.0.0 v0
  answer from 10.0.0.9
  answer from 2001:db8::9
a port
  10.0.0.1
  2001:db8::1
  10.0.0.0 v0
m0 with an address
the port without
  answer from 10.0.0.9"
expect "bond" "$want" "$(port bond)"
expect "bridge" "$want" "$(port bridge)"
