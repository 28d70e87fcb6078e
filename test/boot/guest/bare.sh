#!/bin/sh
# A machine without /proc and /etc, as early in an initramfs.
# shellcheck source=/dev/null
. /lib/common.sh
/bin/classicnet --install /sbin
load
ifconfig eth0 name eth1

run ls /
run ifconfig eth1 192.168.1.1
run ifconfig eth1:0 192.168.0.1
run ifconfig
run ifconfig eth1
run ifconfig -s
run ifconfig eth1 gateway
run ifconfig eth1 add 10.0.0.1
run ifconfig eth1:1
run route add default gw 192.168.1.254
run route add default gw 192.168.1.254
run route -n
run route -A inet6 -n
run ifconfig eth1:0 down
run ifconfig eth1:0 down
off
