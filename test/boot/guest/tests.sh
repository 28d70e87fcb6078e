#!/bin/sh
# Runs tests of Go in a machine that has a whole root folder.
# shellcheck source=/dev/null
. /lib/common.sh
PATH=/usr/sbin:/usr/bin
busybox mount -t proc proc /proc
busybox mount -t sysfs sysfs /sys
busybox mount -t devtmpfs dev /dev
busybox mkdir -p /dev/pts /dev/net
busybox mount -t devpts pts /dev/pts
busybox mount -t tmpfs tmp /tmp
busybox mount -t tmpfs run /run
[ -e /dev/net/tun ] || busybox mknod /dev/net/tun c 10 200
[ -e /dev/fd ] || busybox ln -s /proc/self/fd /dev/fd
load
export PATH HOME=/root CLASSICNET_BIN=/tools
cd /src
run ./test -test.v -test.timeout 80m -test.run "$(busybox cat /pattern)"
off
