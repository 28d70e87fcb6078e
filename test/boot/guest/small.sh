#!/bin/sh
# A machine with cards that have transceivers, tunnels, a parallel line and serial
# lines, for the small tools: net-tools' where they are, else ours.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t devtmpfs dev /dev
busybox mount -t sysfs sys /sys
busybox mkdir -p /dev/pts /var/lock /tmp
busybox mount -t devpts pts /dev/pts
ours=
if [ ! -e /sbin/mii-tool ]; then
  ours=yes
  /bin/classicnet --install -s /sbin $(/bin/classicnet --list)
fi
load
# busybox has commands of these names.
nameif() { /sbin/nameif "$@"; }
iptunnel() { /sbin/iptunnel "$@"; }
ifconfig() { /bin/classicnet ifconfig "$@"; }
names() { busybox ls /sys/class/net | busybox cat; }
locks() { for lock in /var/lock/*; do [ ! -e "$lock" ] || echo "${lock##*/} $(busybox wc -c <"$lock")"; done; }
line() { busybox stty -F /dev/ttyS1 | busybox head -n 1; }

# attach runs slattach until it is told to end, and shows what is there meanwhile.
attach() {
  slattach "$@" >/tmp/said 2>&1 &
  busybox sleep 1
  names
  locks
  line
  busybox kill -TERM $!
  wait $!
  echo "status $?"
  busybox cat /tmp/said
}

run names
run nameif
run names
run nameif -c /etc/mactab lo0 00:00:00:00:00:00
run nameif lo 00:00:00:00:00:00
run nameif nosuch 52:54:00:00:00:09

for card in giga0 fast0 intel0; do ifconfig $card up; done
run nameif wan0 52:54:00:00:00:01
busybox sleep 3
run mii-tool giga0 fast0 intel0 nosuch
run mii-tool -v giga0
run mii-tool -v intel0
run mii-tool -vv fast0
run mii-tool -vvv giga0
run mii-tool -A 10baseT-FD,100baseTx-HD fast0
busybox sleep 2
run mii-tool -v fast0
run mii-tool -p 3 fast0
run mii-tool -F 100baseTx-FD intel0
busybox sleep 1
run mii-tool intel0
run mii-tool lo
ifconfig fast0 down
run mii-tool fast0

run iptunnel
run iptunnel add t1 mode ipip remote 10.0.0.2 local 10.0.0.1
run iptunnel add t1 mode ipip remote 10.0.0.9
run iptunnel add g2 mode gre remote 10.0.0.3 key 5 ttl 64
run iptunnel add g3 mode gre remote 10.0.0.3 ikey 3 okey 7 csum seq tos 0x10 dev lo
run iptunnel add g4 mode gre local 10.0.0.1 icsum oseq nopmtudisc
run iptunnel add g6 mode gre remote 10.0.0.9 tos 0x11 ikey 3
run iptunnel add s2 mode sit local 10.0.0.1 ttl 5
run iptunnel add sit7 remote 10.0.0.77
run iptunnel add mode gre remote 10.1.1.1
run iptunnel add aaaaaaaaaaaaaaaaaaaa mode gre remote 9.9.9.9
run iptunnel show
run iptunnel show key 5
run iptunnel show dev lo
run iptunnel show local 10.0.0.1
run iptunnel show mode gre
run iptunnel show gre1
run iptunnel -s show t1
run iptunnel -s show gre1
# counted shows the counters of a /proc/net/dev that has a number of its own for each.
counted() {
  busybox mkdir -p /tmp/proc/net
  busybox sed 's/^ *gre1:.*/gre1: 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116/' /proc/net/dev >/tmp/dev
  busybox cp /tmp/dev /tmp/proc/net/dev
  busybox mount --bind /tmp/proc /proc
  iptunnel -s show
  busybox umount /proc
}
run counted
run iptunnel del t1
run iptunnel del t1
run iptunnel del tunl0
run iptunnel del lo
run iptunnel add a/b mode gre remote 9.9.9.8
run iptunnel add lo mode gre remote 9.9.9.7

for protocol in slip cslip slip6 cslip6 adaptive; do run attach -v -p $protocol ptmx; done
run line
run attach -l -L -s 9600 ttyS1
run locks
run line
run names
run slattach -v -e ttyS1
run slattach -v -k 5 -o -3 -e -p slip ptmx
run slattach -l -p foo ttyS1
busybox rm -f /var/lock/LCK..ttyS1
run plipconfig plip0
run plipconfig plip0 nibble 100
run plipconfig plip0 trigger 50 nibble 9
run plipconfig plip0
run plipconfig plip0 nibble 4294967296 nibble 7
run plipconfig plip0
run rarp -a
if [ -n "$ours" ]; then
  run iptunnel change gre1 ttl 9
  run iptunnel show gre1
  run iptunnel show gre0
  run iptunnel add k1 mode gre remote 1.1.1.1 ikey 1.2.3.4
  run iptunnel show k1
  run plipconfig plip0 foo 3
  run plipconfig plip0 nibble 8 trigger
  run plipconfig plip0 nibble x
  run plipconfig plip0 nibble -5
  run plipconfig plip0
  run brctl addbr br0
  run brctl delbr br0
  run brctl show
fi
off
