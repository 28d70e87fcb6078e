#!/bin/sh
# Runs tests of Go in a machine that has the programs of Debian.
# shellcheck source=/dev/null
. /lib/common.sh
PATH=/usr/sbin:/usr/bin
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mount -t devtmpfs dev /dev
busybox rm -f /dev/mem # as where the transcripts were made
busybox mkdir -p /dev/pts
busybox mount -t devpts pts /dev/pts
busybox mount -t tmpfs tmp /tmp
busybox mount -t tmpfs run /run
busybox mkdir -p /run/lock /var/lock
[ -e /dev/fd ] || busybox ln -s /proc/self/fd /dev/fd
load
# until the kernel has random numbers it shows no addresses, and the originals take
# /proc/net/unix for broken
busybox head -c 1 /dev/random >/dev/null
export PATH HOME=/root CLASSICNET_BIN=/tools CLASSICNET_CI=1 CLASSICNET_PATIENCE=10
cd /src || exit
echo "# test"
./test -test.v -test.timeout 110m -test.parallel 4 -test.run "$(busybox cat /pattern)" 2>&1 || true
off
