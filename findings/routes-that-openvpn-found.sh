#!/bin/bash
# OpenVPN with redirect-gateway comes and goes, on a machine that has a route to the
# VPN's server (route add -host 203.0.113.9 gw 10.0.0.254), or whose default route has a metric or
# a gateway outside its networks (onlink).
#
# Guess: it takes away what it has added and puts back what it has taken.
# Truth: the route to the server that it found ("File exists") is gone with it, with
# redirect-gateway def1, too: what else went to that machine by it goes by the default route now.
# A default route of metric 100 comes back with metric 0, before those of other cards; one that
# is onlink doesn't come back: the machine has none.
# Seen: openvpn 2.6.14, net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages openvpn=2.6.14-0+deb12u2 libpkcs11-helper1=1.29.0-1 libnl-3-200=3.7.0-0.2+b1 libnl-genl-3-200=3.7.0-0.2+b1 \
  liblzo2-2=2.10-2 libcap-ng0=0.8.3-1+b3 net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
[ -e /dev/net/tun ] || cannot "/dev/net/tun"
ip=$pool/iproute2/bin/ip
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(printf '%s:' "$pool"/lib*/usr/lib/x86_64-linux-gnu "$pool"/lib*/lib/x86_64-linux-gnu)
openvpn=$pool/openvpn/usr/sbin/openvpn
"$openvpn" --genkey secret /run/key
pair v0 v1 02:00:00:00:00:01
"$ip" addr add 10.0.0.1/24 dev v0
# after OPTION ...: the routes when the VPN was there and is gone.
after() {
  : >/run/said
  "$openvpn" --dev tun0 --secret /run/key --cipher AES-256-CBC --remote 203.0.113.9 --ifconfig 10.8.0.2 10.8.0.1 --nobind \
    --redirect-gateway "$@" >/run/said 2>&1 &
  timeout 20 sh -c 'until ip route show | grep -q "via 10.8.0.1"; do sleep 0.1; done' || cannot "openvpn, which says $(tail -1 /run/said)"
  sleep 0.5
  kill $!
  wait
  "$ip" route show | sed '/proto kernel/d; s/ *$//'
}
"$ip" route add default via 10.0.0.254
for option in "" def1; do
  "$pool/net-tools/sbin/route" add -host 203.0.113.9 gw 10.0.0.254
  # shellcheck disable=SC2086 # none or one
  expect "a route to the server, redirect-gateway $option" "default via 10.0.0.254 dev v0" "$(after $option)"
done
"$ip" route del default
"$ip" route add default via 10.0.0.254 metric 100
expect "a metric" "default via 10.0.0.254 dev v0" "$(after)"
"$ip" route del default
"$ip" route add default via 192.0.2.1 dev v0 onlink
expect "onlink" "" "$(after)"
