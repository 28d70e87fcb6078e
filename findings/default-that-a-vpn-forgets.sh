#!/bin/bash
# vpnc-script, which openconnect and vpnc call, connects and disconnects; before it stand
# one default route or two, as ifup, a DHCP client or a hoster make them.
#
# Guess: afterwards the routes are as before, or only the VPN's are gone.
# Truth: of two, one without a metric (ifup) and one of metric 100 (a DHCP client of a second
# card), the first is lost: all of `ip route | grep ^default` is kept as one route to restore, which
# has "via" twice. Where there is no ip it works with route and netstat, and metric 100 has
# become 0; of two it is the second that is lost, and a gateway outside the networks (onlink)
# doesn't come back: the machine has no default route. The status is 0 each time.
# Seen: vpnc-scripts 0.1~git20220510, iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages vpnc-scripts=0.1~git20220510-1 iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
lab
[ -e /dev/net/tun ] || cannot "/dev/net/tun"
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
touch /run/resolv.conf
mount --bind /run/resolv.conf /etc/resolv.conf
mkdir /run/bin
ln -s /usr/bin/* /run/bin/
ln -sf "$pool"/net-tools/sbin/{route,ifconfig} "$pool/net-tools/bin/netstat" /run/bin/
rm -f /usr/sbin/{ip,route,ifconfig}
ln -sf "$ip" /run/bin/ip

# tunnel REASON: as openconnect calls the script.
tunnel() {
  reason=$1 TUNDEV=tun0 VPNGATEWAY=203.0.113.9 INTERNAL_IP4_ADDRESS=10.8.0.2 PATH=/run/bin \
    /bin/sh "$pool/vpnc-scripts/usr/share/vpnc-scripts/vpnc-script" >>/run/said 2>&1 || echo "status $?"
}
# after ROUTE ...: the default routes once the VPN was there and is gone again; before it, these.
after() {
  local route
  "$ip" addr add 10.0.0.1/24 dev v0
  "$ip" addr add 10.7.0.1/24 dev w0
  # shellcheck disable=SC2086 # words
  for route in "$@"; do "$ip" route add default $route; done
  "$ip" tuntap add tun0 mode tun || cannot "tun0"
  for route in pre-init connect disconnect; do tunnel "$route"; done
  "$ip" link del tun0
  "$ip" route show default | sed 's/ *$//'
  "$ip" addr flush dev v0
  "$ip" addr flush dev w0
}
two=("via 10.0.0.254" "via 10.7.0.254 metric 100")
expect "two, with ip" "default via 10.7.0.254 dev w0 metric 100" "$(after "${two[@]}")"
expect "the error" 'argument "via" is wrong' "$(grep -o 'argument "via" is wrong' /run/said)"
expect "one with a metric, with ip" "default via 10.0.0.254 dev v0 metric 100" "$(after "via 10.0.0.254 metric 100")"
expect "one outside, with ip" "default via 192.0.2.1 dev v0 onlink" "$(after "via 192.0.2.1 dev v0 onlink")"
rm /run/bin/ip
expect "two, with route" "default via 10.0.0.254 dev v0" "$(after "${two[@]}")"
expect "one with a metric, with route" "default via 10.0.0.254 dev v0" "$(after "via 10.0.0.254 metric 100")"
expect "one outside, with route" "" "$(after "via 192.0.2.1 dev v0 onlink")"
