#!/bin/bash
# `ifconfig v0 mtu 1200`, and back to 1500, on a card with IPv6 addresses.
#
# Guess: everything is as before then.
# Truth: below 1280 the card has no IPv6 at all, not even its folder of settings; at
# 1500 the kernel's own fe80 address is back. The address that was set by hand, its
# routes and the card's settings aren't, and both commands end with 0.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2
lab
ifconfig=$pool/net-tools/sbin/ifconfig
pair v0 v1 02:00:00:00:00:01
echo 0 >/proc/sys/net/ipv6/conf/v0/addr_gen_mode
$ifconfig v0 10.0.0.1 netmask 255.255.255.0
$ifconfig v0 inet6 add 2001:db8::1/64
"$pool/net-tools/sbin/route" -A inet6 add 2001:db8:9::/48 gw 2001:db8::9
echo 3 >/proc/sys/net/ipv6/conf/v0/dad_transmits

state() {
  $ifconfig v0 | awk '/inet/ { print $2 }' | sort
  ip -6 route show 2001:db8:9::/48 | sed 's/ *$//'
  grep . /proc/sys/net/ipv6/conf/v0/dad_transmits 2>&1 | sed 's/.*: //'
}
expect "at 1500" "10.0.0.1
2001:db8::1
fe80::ff:fe00:1
2001:db8:9::/48 via 2001:db8::9 dev v0 metric 1 pref medium
3" "$(state)"
expect "at 1200" "0
10.0.0.1
No such file or directory" "$($ifconfig v0 mtu 1200; echo $?; state)"
expect "at 1500 again" "0
10.0.0.1
fe80::ff:fe00:1
1" "$($ifconfig v0 mtu 1500; echo $?; state)"
