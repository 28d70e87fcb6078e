#!/bin/sh
# A machine on which ifup comes before every other command: it gives the card its
# name and the tutorial's addresses.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
/bin/classicnet --install -s /sbin $(/bin/classicnet --list)
load

run ifup -a
run ifconfig
run route -n
run ifquery --state
run ifup -a
run ifconfig
run route -n
run ifdown -a
run ifquery --state
run ifconfig -a
run route -n
run ifup eth1
run ifup eth1:0
run ifconfig
off
