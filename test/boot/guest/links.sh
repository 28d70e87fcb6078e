#!/bin/sh
# A machine with links of many types, to compare our listings with theirs.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t devtmpfs dev /dev
busybox mount -t sysfs sys /sys
busybox mkdir -p /dev/pts
busybox mount -t devpts pts /dev/pts
/bin/classicnet --install -s /sbin $(/bin/classicnet --list)
load

ifconfig dummy0 up
if [ ! -e /lines ]; then
  busybox ip link add dev vcan0 type vcan
  busybox ip link add link dummy0 name dummy0.7 type vlan id 7
fi
exec serial /bin/compare
