#!/bin/bash
# pppd with defaultroute (a modem, PPPoE) on a machine that has a default route of another metric:
# a card's of metric 100, an unreachable one of metric 1000 that shuts the machine in while
# no link is there; and with replacedefaultroute where the default route has two gateways.
#
# Guess: pppd's, without a metric, is set and goes before the others; what it replaces it puts
# back.
# Truth: pppd doesn't look at metrics: any line with 0.0.0.0 in /proc/net/route keeps it from setting
# its own ("not replacing default route to * [0.0.0.0]"), so the link is up and nothing
# goes by it. Of two gateways it puts back one.
# Seen: ppp 2.4.9, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" ppp=2.4.9-1+1.1+b1 libpcap0.8=1.10.3-1 libdbus-1-3=1.14.10-1~deb12u1 iproute2=6.1.0-3
guest
ip=$pool/iproute2/bin/ip
pair w0 w1 02:00:00:00:00:01
$ip addr add 10.7.0.1/24 dev w0
/run/busybox modprobe ppp_async || cannot "PPP"
[ -e /dev/ppp ] || mknod /dev/ppp c 108 0
mkdir -p /dev/pts /etc/ppp /run/lock
[ -e /dev/pts/ptmx ] || mount -t devpts devpts /dev/pts || cannot "devpts"
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
pppd=$pool/ppp/usr/sbin/pppd
defaults() { $ip route show | sed '/^10/d; s/ *$//' | tr -s '\t ' ' '; }
# with OPTION ...: the default routes when ppp0 is up, and when it is gone again.
with() {
  "$pppd" pty "$pppd notty noauth local nodetach 10.8.0.1:10.8.0.2 unit 9" nodetach noauth local noipdefault unit 0 \
    ipcp-accept-local ipcp-accept-remote defaultroute "$@" >/run/said 2>&1 &
  timeout 30 sh -c 'until ip -4 addr show ppp0 2>/dev/null | grep -q inet; do sleep 0.2; done' || cannot "pppd, which says $(tail -n1 /run/said)"
  sleep 1
  defaults
  kill $!
  wait
  grep -o 'not replacing.*' /run/said
  defaults
}
expect "no default route before" "default dev ppp0 scope link" "$(with)"
$ip route add default via 10.7.0.254 metric 100
expect "one of metric 100" "default via 10.7.0.254 dev w0 metric 100
not replacing default route to w0 [10.7.0.254]
default via 10.7.0.254 dev w0 metric 100" "$(with)"
$ip route del default
$ip route add unreachable default metric 1000
expect "an unreachable one" "unreachable default metric 1000
not replacing default route to * [0.0.0.0]
unreachable default metric 1000" "$(with)"
$ip route del default
$ip route add default nexthop via 10.7.0.254 nexthop via 10.7.0.253
expect "two gateways, replacedefaultroute" "default dev ppp0 scope link
default via 10.7.0.254 dev w0" "$(with replacedefaultroute)"
