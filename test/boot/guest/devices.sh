#!/bin/sh
# A machine with a bond, VLANs, a bridge and a tap, all made by ifup, without
# iproute2. What ifup is: ours, or Debian's with its scripts.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mkdir -p /run/network
if [ -e /sbin/ifup ]; then
  /bin/classicnet --install -s /sbin tunctl
else
  /bin/classicnet --install -s /sbin $(/bin/classicnet --list)
fi
load
echo -bond0 >/sys/class/net/bonding_masters # that the module makes by itself
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6

# links are names, flags, MTU, hardware addresses and masters. RUNNING comes in its
# own time, and PROMISC and ALLMULTI are where the active slave is.
links() {
  for i in /sys/class/net/*/flags; do
    i=${i%/flags}
    master=-
    [ ! -e "$i/master" ] || master=$(busybox basename "$(busybox readlink "$i/master")")
    echo "${i##*/} $(($(cat "$i/flags") & ~0x340)) $(cat "$i/mtu") $(cat "$i/address") $master"
  done
}
cat() { busybox cat "$@"; }
addresses() { /bin/classicnet ifconfig -a | busybox awk '/^[^ ]/ { i = $1 } /inet addr/ { print i, $2, $3, $4 }'; }
# attributes are what the file asks for, of those devices that are there.
attributes() {
  for f in lag/bonding/mode lag/bonding/slaves lag/bonding/primary lag/bonding/miimon lag/bonding/updelay lag/bonding/primary_reselect \
    br0/bridge/stp_state br0/bridge/forward_delay br0/bridge/priority lag.7/brport/path_cost tap0/brport/priority; do
    [ ! -e "/sys/class/net/$f" ] || echo "$f $(cat "/sys/class/net/$f")"
  done
  [ ! -e /sys/class/net/br0/brif ] || busybox ls /sys/class/net/br0/brif | cat
}
vlans() { busybox tail -n +3 /proc/net/vlan/config; }
look() {
  run links
  run addresses
  run attributes
  run vlans
  run ifquery --state
}
ifquery() { /sbin/ifquery "$@" | busybox sort; }

# took tells how many hundredths of a second a command takes.
took() {
  echo "# took"
  start=$(busybox sed 's/ .*//; s/\.//' /proc/uptime)
  "$@" >/tmp/said 2>&1 || true
  echo "$(($(busybox sed 's/ .*//; s/\.//' /proc/uptime) - start)) $*"
}

busybox mkdir -p /tmp
look
took ifup -a
look
took ifdown -a
look
[ ! -e /sbin/ip ] || off # Debian's, which needs ten times as long
run ifup -a
run ifup vlan9
run ifdown br0:0
look
run ifdown vlan9
run ifdown -a
look
run ifup br0
run ifdown lag
look
off
