#!/bin/sh
# Shows pairs: what Debian's tool prints and what ours prints instead of it.
# shellcheck source=/dev/null
. /lib/common.sh

# state is all that the tools show of the kernel and that moves by itself.
state() { busybox cat /proc/net/dev /proc/net/if_inet6 /proc/net/route; }

# list shows a listing. Messages and statuses are not a dialect's business.
list() {
  echo "# $*"
  "$@" 2>/dev/null || true
}

# both runs the tool of a dialect and ours on one state of the kernel.
both() {
  dialect=$1 tool=$2
  shift 2
  case $dialect in
    busybox) theirs="busybox $tool" ;;
    *) theirs=/nettools/$tool ;;
  esac
  before=
  while [ "$before" != "$(state)" ]; do
    before=$(state)
    # shellcheck disable=SC2086
    list $theirs "$@" >/tmp/theirs
    list "/sbin/$tool" "--dialect=$dialect" "$@" >/tmp/ours
  done
  busybox cat /tmp/theirs /tmp/ours
}

# listings compares all ways to list.
listings() {
  for dialect in net-tools-2.10 busybox; do
    both "$dialect" ifconfig -a
    both "$dialect" ifconfig
    both "$dialect" route -n
    both "$dialect" route -en
    both "$dialect" route -A inet6 -n
  done
  both net-tools-2.10 ifconfig -s
  both net-tools-2.10 ifconfig -s -a
  both net-tools-2.10 route -een
}

# one compares the listings of one link after the other.
one() {
  for name in "$@"; do
    for dialect in net-tools-2.10 busybox; do
      both "$dialect" ifconfig "$name"
    done
  done
}

# First as the modules leave them, then with addresses and flags.
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
ifconfig ax0 hw ax25 N0CALL-7
ifconfig ax0 10.11.0.1
ifconfig nr0 hw netrom N0CALL-2
ifconfig vcan0 up
ifconfig bond0 10.12.0.1 -arp
route add -net 10.20.0.0 netmask 255.255.0.0 gw 10.1.0.2 metric 3
route add -host 10.30.0.1 reject
route add default gw 10.1.0.9 mss 1400 window 5000 irtt 100
listings
one dummy0 dummy0:0 dummy0:web sl0 ppp0 ax0 nr0 rose0 gre0 sit0 tunl0 vcan0
off
