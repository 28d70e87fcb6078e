#!/bin/bash
# A card that a program holds, with 10.0.0.1/24 by its own file; then by hand an alias and a route,
# a cable pulled and put in, and last `ifconfig v0 10.0.0.2 netmask 255.255.255.0`.
#
# Guess: what is set by hand stays, or the program puts its own in its place.
# Truth: with NetworkManager a pulled cable takes the alias and the route, with the others
# they stay. The new address stays, too, but NetworkManager's has no route to its network
# (see address-without-its-route), and is gone when the card is down and up. dhcpcd sets the
# old one beside it at once, systemd-networkd and ConnMan when the card is down and
# up: from then on the card answers to both.
# Seen: NetworkManager 1.42.4, systemd 252.39, dhcpcd 9.4.1, connman 1.41, net-tools
# 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${dbus[@]}" "${networkmanager[@]}" "${networkd[@]}" dhcpcd-base=9.4.1-24~deb12u5 connman=1.41-3 net-tools=2.10-0.1+deb12u2
lab
# start PROGRAM: it, on v0, in the background.
start() {
  mount -o remount,ro /sys
  case $1 in
  NetworkManager)
    mkdir -p /run/connections
    printf '[connection]\nid=c\ntype=ethernet\ninterface-name=v0\n[ipv4]\nmethod=manual\naddress1=10.0.0.1/24\n[ipv6]\nmethod=disabled\n' \
      >/run/connections/c.nmconnection
    networkmanager false
    ;;
  systemd-networkd)
    mkdir -p /run/systemd/network
    printf '[Match]\nName=v0\n[Network]\nAddress=10.0.0.1/24\nLinkLocalAddressing=no\n' >/run/systemd/network/v0.network
    LD_LIBRARY_PATH=$(library_path)$pool/libsystemd-shared/usr/lib/x86_64-linux-gnu/systemd "$pool/systemd/lib/systemd/systemd-networkd" 2>/run/said &
    ;;
  dhcpcd)
    mkdir -p /var/lib/dhcpcd /run/dhcpcd /usr/lib/dhcpcd
    cp -r "$pool/dhcpcd-base/usr/lib/dhcpcd/." /usr/lib/dhcpcd/
    printf 'noarp\nstatic ip_address=10.0.0.1/24\n' >/run/dhcpcd.conf
    "$pool/dhcpcd-base/usr/sbin/dhcpcd" -4 -B -f /run/dhcpcd.conf v0 >/run/said 2>&1 &
    ;;
  ConnMan)
    mkdir -p /var/lib/connman
    printf '[service_c]\nType=ethernet\nMAC=02:00:00:00:00:01\nIPv4=10.0.0.1/255.255.255.0/10.0.0.254\nIPv6=off\n' >/var/lib/connman/c.config
    LD_LIBRARY_PATH=$(library_path) "$pool/connman/usr/sbin/connmand" -n -r -I v1 >/run/said 2>&1 &
    ;;
  esac
}
# after WHAT SECONDS: v0's addresses then, and the networks that there are routes to.
after() {
  sleep "$2"
  echo "$1: $(ip -4 -o addr show v0 | awk '{ print $4 }' | sort | paste -sd' ')," \
    "routes to $(ip -4 route show dev v0 | awk '/^10.(0|9)/ && /\// { print $1 }' | sort | paste -sd' ')"
}
# card PROGRAM: what becomes of its card.
card() {
  local ifconfig=$pool/net-tools/sbin/ifconfig
  mount -t sysfs sysfs /sys
  mount -t tmpfs tmpfs /run
  pair v0 v1 02:00:00:00:00:01
  touch /run/resolv.conf
  mount --bind /run/resolv.conf /etc/resolv.conf
  dbus
  start "$1"
  timeout 20 sh -c 'until ip -4 addr show v0 | grep -q 10.0.0.1/24; do sleep 0.1; done' || cannot "$1, which says $(tail -n1 /run/said)"
  sleep 1
  "$ifconfig" v0:1 10.1.0.1 netmask 255.255.255.0
  "$pool/net-tools/sbin/route" add -net 10.9.0.0 netmask 255.255.0.0 gw 10.1.0.9
  ip link set v1 down
  sleep 7
  ip link set v1 up
  after "cable" 5
  "$ifconfig" v0 10.0.0.2 netmask 255.255.255.0
  after "ifconfig" 3
  "$ifconfig" v0 down
  sleep 1
  "$ifconfig" v0 up
  after "down, up" 4
}
printf 'auto lo\niface lo inet loopback\n' >/etc/network/interfaces
touch /etc/resolv.conf
grep -q ^systemd-network: /etc/passwd || useradd -r systemd-network || cannot "a user systemd-network"
programs=(NetworkManager systemd-networkd dhcpcd ConnMan)
for p in "${programs[@]}"; do
  unshare -n -m -p -f --kill-child --mount-proc bash -c "pool=$pool; $(declare -f); card $p" >"/var/tmp/$p" 2>&1 &
done
wait
expect "addresses and routes" "NetworkManager
cable: 10.0.0.1/24, routes to 10.0.0.0/24
ifconfig: 10.0.0.2/24, routes to 
down, up: 10.0.0.1/24, routes to 10.0.0.0/24
systemd-networkd
cable: 10.0.0.1/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
ifconfig: 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
down, up: 10.0.0.1/24 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24
dhcpcd
cable: 10.0.0.1/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
ifconfig: 10.0.0.1/24 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
down, up: 10.0.0.1/24 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24
ConnMan
cable: 10.0.0.1/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
ifconfig: 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24 10.9.0.0/16
down, up: 10.0.0.1/24 10.0.0.2/24 10.1.0.1/24, routes to 10.0.0.0/24" "$(for p in "${programs[@]}"; do
  echo "$p"
  cat "/var/tmp/$p"
done)"
