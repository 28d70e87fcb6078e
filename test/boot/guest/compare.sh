#!/bin/sh
# Compares listings of links of many types.
# shellcheck source=/dev/null
. /lib/pairs.sh

# there tells whether this kernel has a link.
there() { [ -e "/sys/class/net/$1" ]; }

# First as the modules leave them, then with addresses and flags.
run busybox uname -r
run busybox grep . /sys/class/net/*/addr_len
listings
ifconfig lo 127.0.0.1
ifconfig dummy0 10.1.0.1 netmask 255.255.0.0
ifconfig dummy0:0 10.2.0.1 broadcast 10.2.0.255
ifconfig dummy0:web 10.3.0.1
ifconfig dummy0 add 2001:db8::1/64
ifconfig dummy0 add fec0::1/64
ifconfig dummy0 promisc allmulti mtu 9000 txqueuelen 5
ifconfig dummy0.7 10.7.0.1
ifconfig tunl0 10.8.0.1 pointopoint 10.8.0.2
ifconfig sit0 up
ifconfig sl0 10.9.0.1 pointopoint 10.9.0.2 keepalive 10 outfill 20
ifconfig ppp0 10.10.0.1 pointopoint 10.10.0.2 mtu 1400
if there ax0; then
  ifconfig ax0 hw ax25 N0CALL-7
  ifconfig ax0 10.11.0.1
fi
! there nr0 || ifconfig nr0 hw netrom N0CALL-2
ifconfig vcan0 up
ifconfig bond0 10.12.0.1 -arp
route add -net 10.20.0.0 netmask 255.255.0.0 gw 10.1.0.2 metric 3
route add -host 10.30.0.1 reject
route add default gw 10.1.0.9 mss 1400 window 5000 irtt 100
listings
one dummy0 dummy0:0 dummy0:web sl0 ppp0 ax0 nr0 rose0 gre0 sit0 tunl0 vcan0
off
