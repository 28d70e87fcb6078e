#!/bin/bash
# A card's other name (ip link property add dev v0 altname uplink), as udev gives most of them
# to every card, enp0s3 beside eth0, where ifconfig takes it: ifconfig uplink 10.0.0.1 netmask 255.255.255.0
#
# Guess: ioctls don't know it, or it is v0 in all that is asked.
# Truth: it is v0 for a device and nobody for an address: the address is set, and labelled v0, the
# netmask finds none that is called uplink: it stays 255.0.0.0, with an error. ifconfig uplink
# shows flags and MTU of v0, no address and no counters. An alias, uplink:1, works, is called so for
# ever and is in no listing of v0. By ifupdown's stanza the address itself is labelled
# uplink: `ifconfig v0` shows no address, -a shows it as one more interface. Four programs do the same.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, inetutils 2.4, ifupdown 0.8.41,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 toybox=0.8.9+dfsg-1 \
  inetutils-tools=2:2.4-2+deb12u3 ifupdown=0.8.41
lab
pair v0 v1 02:00:00:00:00:01
ip link property add dev v0 altname uplink || cannot "other names"
addresses() { ip -4 -o addr show v0 | sed -E 's/.*inet ([^ ]*).* scope global ([^\\]*)\\.*/\1 \2/'; }
for program in "$pool/net-tools/sbin/ifconfig" "$pool/busybox-static/bin/busybox ifconfig" "$pool/toybox/bin/toybox ifconfig" \
  "$pool/inetutils-tools/usr/bin/inetutils-ifconfig"; do
  ip addr flush dev v0
  name=${program#"$pool/"}
  name=${name%%/*}
  expect "$name, the netmask" "Cannot assign requested address" "$($program uplink 10.0.0.1 netmask 255.255.255.0 2>&1 | sed 's/.*: //')"
  expect "$name, the address" "10.0.0.1/8 v0" "$(addresses)"
  expect "$name, uplink" "MTU, no address, no counters" \
    "$($program uplink | tr -s '\n' ' ' | sed -E 's/.*UP.*(inet|RX|TX).*/&/; t; s/.*UP.*(MTU:|mtu )1500.*/MTU, no address, no counters/')"
  $program uplink:1 10.0.0.2 netmask 255.255.255.0
  expect "$name, an alias" "10.0.0.1/8 v0
10.0.0.2/24 uplink:1" "$(addresses)"
done
ip addr flush dev v0
printf 'iface uplink inet static\n address 10.0.0.1/24\n' >/etc/network/interfaces
"$pool/ifupdown/sbin/ifup" uplink >/run/said 2>&1 || cannot "ifup: $(cat /run/said)"
expect "ifup uplink" "10.0.0.1/24 uplink" "$(addresses)"
expect "ifconfig v0" "" "$("$pool/net-tools/sbin/ifconfig" v0 | grep -w inet)"
expect "ifconfig -a" "lo 1
uplink 1
v0 0
v1 0" "$("$pool/net-tools/sbin/ifconfig" -a | awk -v RS= '{ print substr($1, 1, length($1) - 1), / inet / + 0 }')"
