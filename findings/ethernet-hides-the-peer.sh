#!/bin/bash
# An address with a peer on an Ethernet card (ip addr add A peer P dev eth0), as
# hosted servers have it.
#
# Guess: ifconfig shows the peer, as it does on a tunnel.
# Truth: none does: net-tools, busybox and toybox look at the card's POINTOPOINT
# flag, not at the address. They show a broadcast address of 0.0.0.0 in its place.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 toybox=0.8.9+dfsg-1
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.1.0.1 peer 10.1.0.9/32 dev v0
expect "what ip says" "10.1.0.1 peer 10.1.0.9/32" "$(ip -4 -o addr show v0 | sed 's/.*inet //; s/ scope.*//')"
expect "net-tools" "inet 10.1.0.1  netmask 255.255.255.255  broadcast 0.0.0.0" \
  "$("$pool/net-tools/sbin/ifconfig" v0 | grep inet | sed 's/^ *//')"
expect "busybox" "inet addr:10.1.0.1  Bcast:0.0.0.0  Mask:255.255.255.255" \
  "$("$pool/busybox-static/bin/busybox" ifconfig v0 | grep inet | sed 's/^ *//')"
expect "toybox" "inet addr:10.1.0.1  Bcast:0.0.0.0  Mask:255.255.255.255" \
  "$("$pool/toybox/bin/toybox" ifconfig v0 | grep inet | sed 's/^ *//; s/ *$//')"
