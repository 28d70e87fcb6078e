#!/bin/bash
# `ifconfig v0 broadcast B` and `ifconfig v0 netmask M` on a card with aliases.
#
# Guess: one address changes, the others stay.
# Truth: the kernel takes the address away and adds it again, and with a first address
# go all others of its network: the aliases are lost, with status 0. With
# promote_secondaries=1 (systemd sets that) nothing is lost, but the aliases move to
# the front: the next request by the card's name finds another address than the last.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
pair v0 v1 02:00:00:00:00:01

# three PROMOTE COMMAND...: what COMMAND leaves of three addresses.
three() {
  ip addr flush dev v0
  echo "$1" >/proc/sys/net/ipv4/conf/v0/promote_secondaries
  ip addr add 10.0.0.1/24 brd + dev v0
  ip addr add 10.0.0.2/24 brd + dev v0 label v0:1
  ip addr add 10.0.0.3/24 brd + dev v0
  shift
  "$@"
  echo "status $?"
  ip -4 -o addr show v0 | sed 's/^.*inet //; s/ scope global / /; s/\\.*//; s/ *$//'
}
expect "net-tools, broadcast" "status 0
10.0.0.1/24 brd 10.0.0.127 v0" "$(three 0 "$pool/net-tools/sbin/ifconfig" v0 broadcast 10.0.0.127)"
expect "busybox, netmask" "status 0
10.0.0.1/16 brd 10.0.255.255 v0" "$(three 0 "$pool/busybox-static/bin/busybox" ifconfig v0 netmask 255.255.0.0)"
expect "net-tools, broadcast, promoted" "status 0
10.0.0.2/24 brd 10.0.0.255 v0:1
10.0.0.3/24 brd 10.0.0.255 secondary v0
10.0.0.1/24 brd 10.0.0.127 secondary v0" "$(three 1 "$pool/net-tools/sbin/ifconfig" v0 broadcast 10.0.0.127)"
expect "the address that is v0's now" "10.0.0.3" \
  "$("$pool/net-tools/sbin/ifconfig" v0 | awk '/inet / { print $2 }')"
