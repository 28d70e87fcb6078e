#!/bin/sh
# The tutorial on a machine of its time: an NE2000 card eth1.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
/bin/classicnet --install -s /sbin
load
ifconfig eth0 name eth1

run ifconfig eth1 192.168.1.1
run ifconfig eth1:0 192.168.0.1
run ifconfig
run route -n
run route -en
off
