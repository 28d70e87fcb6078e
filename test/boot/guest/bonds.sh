#!/bin/sh
# A machine that shows what vconfig and ifenslave say to a kernel that has VLANs
# and bonds.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
/bin/classicnet --install -s /sbin $(/bin/classicnet --list)
load
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6

# Each line is typed as it stands.
while read -r line; do
  echo "# $line"
  sh -c "$line" 2>&1 </dev/null || echo "[$?]"
done </lines
off
