#!/bin/bash
# A USB adapter, which systemd names by its address, enx001122334455: 15 letters, as
# many as a name may have. And an alias of it: ifconfig enx001122334455:1 10.9.0.1
#
# Guess: an error, for enx001122334455:1 is too long; in any case the card keeps its
# address.
# Truth: net-tools, busybox and inetutils cut the name, and what is left is the card's
# own: its address is replaced, with status 0, and `ifconfig enx001122334455:1 down`,
# which deletes an alias, takes the card down. toybox and ip refuse.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, inetutils 2.4, toybox 0.8.9, iproute2
# 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 inetutils-tools=2:2.4-2+deb12u3 \
  toybox=0.8.9+dfsg-1 iproute2=6.1.0-3
lab
name=enx001122334455
pair $name v1 00:11:22:33:44:55
# alias_of PROGRAM ...: the addresses after it has added one of an alias, and the card after it
# has deleted that.
alias_of() {
  ip addr flush dev $name
  ip addr add 10.0.0.1/24 dev $name
  "$@" $name:1 10.9.0.1 netmask 255.255.255.0 >/run/said 2>&1
  echo "status $?" "$(ip -4 -o addr show $name | awk '{ print $4 }')"
  "$@" $name:1 down >/run/said 2>&1
  echo "status $?" "$(ip -br link show $name | awk '{ print $2 }')"
  ip link set $name up
}
cut="status 0 10.9.0.1/24
status 0 DOWN"
expect "net-tools" "$cut" "$(alias_of "$pool/net-tools/sbin/ifconfig")"
expect "busybox" "$cut" "$(alias_of "$pool/busybox-static/bin/busybox" ifconfig)"
expect "inetutils" "$cut" "$(alias_of "$pool/inetutils-tools/usr/bin/inetutils-ifconfig")"
expect "toybox" "status 1 10.0.0.1/24
status 1 UP" "$(alias_of "$pool/toybox/bin/toybox" ifconfig)"
expect "ip" "status 2 10.0.0.1/24" "$(ip addr flush dev $name
  ip addr add 10.0.0.1/24 dev $name
  "$pool/iproute2/bin/ip" addr add 10.9.0.1/24 dev $name label $name:1 2>/run/said
  echo "status $?" "$(ip -4 -o addr show $name | awk '{ print $4 }')")"
