#!/bin/sh
# A machine whose file has VLANs, a bridge and bonds, beside the scripts of vlan,
# bridge-utils and ifenslave or without them. What ifup is: ours, or Debian's.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mkdir -p /run/network /tmp
[ -e /sbin/ifup ] || /bin/classicnet --install -s /sbin $(/bin/classicnet --list)
load
echo -bond0 >/sys/class/net/bonding_masters # that the module makes by itself
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
for n in 0 1 2 3; do
  /lib/ip link add name "eth$n" address "02:00:00:00:00:0$n" type veth peer name "p$n"
  /lib/ip link set "p$n" up
done

# Each line is typed as it stands.
while read -r line; do
  echo "# $line"
  sh -c ". /lib/hooks.sh; $line" 2>&1 </dev/null || echo "[$?]"
done </files/lines
off
