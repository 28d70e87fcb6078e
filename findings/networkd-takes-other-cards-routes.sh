#!/bin/bash
# systemd-networkd starts with a file for v0 and none for w0; both cards and what belongs to
# them have been set up before by ifconfig, route and ip, as by ifupdown's stanzas.
#
# Guess: v0 becomes what its file says, w0 and the rest of the machine are nobody's
# business: networkd says of itself that it leaves unmanaged cards alone.
# Truth: gone are v0's alias and routes, and of the machine all policy rules, w0's with them, and all
# routes without a card: `route add ... reject` and ip's blackhole, which keep packets
# from the default route. w0's address and the routes by it stay. Without udev, as in a
# container, nothing is taken at all.
# Seen: systemd 252.39, net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${networkd[@]}" net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
grep -q ^systemd-network: /etc/passwd || useradd -r systemd-network || cannot "a user systemd-network"
ip=$pool/iproute2/bin/ip route=$pool/net-tools/sbin/route ifconfig=$pool/net-tools/sbin/ifconfig
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
mkdir -p /run/systemd/network
printf '[Match]\nName=v0\n[Network]\nAddress=10.0.0.1/24\nLinkLocalAddressing=no\n' >/run/systemd/network/v0.network

made() {
  $ifconfig v0 10.0.0.1 netmask 255.255.255.0
  $ifconfig v0:1 10.1.0.1 netmask 255.255.255.0
  $ifconfig w0 10.2.0.1 netmask 255.255.255.0
  $route add -net 10.9.0.0 netmask 255.255.0.0 gw 10.0.0.9
  $route add -net 10.8.0.0 netmask 255.255.0.0 gw 10.2.0.9
  $route add -net 10.7.0.0 netmask 255.255.0.0 reject
  $ip route add blackhole 10.5.0.0/16
  $ip route add default via 10.2.0.254 table 7
  $ip rule add from 10.2.0.1 lookup 7 pref 100
}
state_of() {
  $ip -4 -o addr show | awk '$2 != "lo" { print $2, $4 }' | sort
  for t in main 7; do $ip route show table $t | grep -v 'proto kernel' | sed 's/ *$//; s/ scope.*//'; done
  $ip rule show | grep ^100:
}
# lost: networkd until v0 is set up, and what is lost then.
lost() {
  state_of >/run/was
  LD_LIBRARY_PATH=$(library_path)$pool/libsystemd-shared/usr/lib/x86_64-linux-gnu/systemd SYSTEMD_LOG_LEVEL=debug \
    "$pool/systemd/lib/systemd/systemd-networkd" 2>/run/said &
  timeout 20 sh -c 'until grep -qs "v0: State changed: configuring -> configured" /run/said; do sleep 0.1; done' ||
    cannot "systemd-networkd that sets v0 up"
  sleep 1
  state_of | diff /run/was - | sed -n 's/^[<>]/&/p'
}
ended() {
  kill %1
  wait
}
made
mount -o remount,ro /sys
expect "lost without udev" "" "$(lost; ended)"
mount -o remount,rw /sys
mkdir -p /run/udev/data
for i in /sys/class/net/*/ifindex; do echo I:1 >"/run/udev/data/n$(cat "$i")"; done
touch /run/udev/control
expect "lost with udev" "< v0 10.1.0.1/24
< blackhole 10.5.0.0/16
< unreachable 10.7.0.0/16
< 10.9.0.0/16 via 10.0.0.9 dev v0
< 100:	from 10.2.0.1 lookup 7" "$(lost; ended)"
