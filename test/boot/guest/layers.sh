#!/bin/sh
# A machine with VLANs, bridges and bonds on top of each other, made by ioctls and by /sys
# alone.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
/bin/classicnet --install -s /sbin $(/bin/classicnet --list)
load
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
for n in 0 1 2; do
  /bin/ip link add name "eth$n" address "02:00:00:00:00:0$n" type veth peer name "p$n"
  /bin/ip link set "p$n" up
done

# Each line is typed as it stands. What tools say of their success is their own.
while read -r line; do
  echo "# $line"
  sh -c ". /lib/layers.sh; $line" 2>&1 </dev/null || echo "[$?]"
done </lines
off
