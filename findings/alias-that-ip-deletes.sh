#!/bin/bash
# The name of an alias, v0:1, given to ip, as who comes from ifconfig does: there
# `ifconfig v0:1 down` deletes the alias and nothing else.
#
# Guess: ip knows no such device, as it says itself: `ip link show v0:1` and Cannot find.
# Truth: what asks to be shown finds nothing, what changes finds the card, for
# if_nametoindex(3) and the kernel's lookup by name drop the colon and what follows:
# `ip addr flush dev v0:1` takes every address, `ip link set v0:1 down` the whole card
# down, `ip link del v0:1` deletes the card, all with status 0. `ip addr show dev v0:1`
# shows all of v0, and v0:7, which there isn't, is as good. busybox ip, which asks by ioctl, has two minds: `link set v0:1 down`
# deletes the alias as ifconfig does, `addr flush dev v0:1` empties the card.
# Seen: iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
tool=$pool/iproute2/bin/ip
# after COMMAND ...: its last line and status, then the card and its addresses, from a card that
# has an address and an alias.
after() {
  pair v0 v1 02:00:00:00:00:01
  ip addr add 10.0.0.1/24 dev v0
  ip addr add 10.9.0.1/24 dev v0 label v0:1
  "$@" >/run/said 2>&1
  echo "status $?"
  ip -br link show v0 2>&1 | sed 's/^v0[^ ]* *\([A-Z]*\).*/card \1/'
  ip -4 -o addr show v0 2>/dev/null | sed 's/.*inet \([^ ]*\).* \(v0[^ \\]*\)\\.*/\1 \2/'
  ip link del v0 2>/dev/null
}
all="10.0.0.1/24 v0
10.9.0.1/24 v0:1"
expect "ifconfig v0:1 down" "status 0
card UP
10.0.0.1/24 v0" "$(after "$pool/net-tools/sbin/ifconfig" v0:1 down)"
expect "ip link show v0:1" "status 1
card UP
$all" "$(after "$tool" link show v0:1)"
expect "ip addr show dev v0:1, lines of addresses" "2" "$(after "$tool" -o -4 addr show dev v0:1 >/run/after; grep -c inet /run/said)"
expect "ip addr flush dev v0:1" "status 0
card UP" "$(after "$tool" addr flush dev v0:1)"
expect "ip addr flush dev v0:7" "status 0
card UP" "$(after "$tool" addr flush dev v0:7)"
expect "ip link set v0:1 down" "status 0
card DOWN
$all" "$(after "$tool" link set v0:1 down)"
expect "ip link del v0:1" 'status 0
Device "v0" does not exist.' "$(after "$tool" link del v0:1)"
expect "busybox ip link set v0:1 down" "status 0
card UP
10.0.0.1/24 v0" "$(after "$pool/busybox-static/bin/busybox" ip link set v0:1 down)"
expect "busybox ip addr flush dev v0:1" "status 0
card UP" "$(after "$pool/busybox-static/bin/busybox" ip addr flush dev v0:1)"
