#!/bin/bash
# Pacemaker's IPsrcaddr, which makes a virtual address the source of the default route, on a
# card that has an alias in a second network (v0:1), or on a machine with two default routes.
#
# Guess: an alias has no part in it; of two default routes the first is changed.
# Truth: start works beside an alias, stop fails: what it puts back as the source is
# all addresses of the card that are first in their network, and ip hears two. A failed stop is
# what a cluster answers by switching the machine off (fencing). With two default routes
# by the card, of metrics 0 and 50, as a DHCP client leaves them, neither start nor stop works: "more than
# 1 matching route".
# Seen: resource-agents 4.12.0, net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages resource-agents=1:4.12.0-2 net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
pacemaker
export OCF_RESKEY_ipaddress=10.0.0.9 OCF_RESKEY_cidr_netmask=24 OCF_RESKEY_CRM_meta_interval=10 AWK=awk
# source_of ACTION: its status, the end of its last word, the default routes then.
source_of() {
  /usr/lib/ocf/resource.d/heartbeat/IPsrcaddr "$1" >/run/said 2>&1
  echo "$1 $? $(grep -oE '(route exists|failed)$' /run/said | tail -n1)" | sed 's/ *$//'
  ip route show default | sed 's/ *$//'
}
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.9/24 dev v0
ip route add default via 10.0.0.254
set_="start 0
default via 10.0.0.254 dev v0 src 10.0.0.9"
expect "start" "$set_" "$(source_of start)"
expect "stop" "stop 0
default via 10.0.0.254 dev v0 src 10.0.0.1" "$(source_of stop)"
"$pool/net-tools/sbin/ifconfig" v0:1 10.1.0.1 netmask 255.255.255.0
expect "start beside an alias" "$set_" "$(source_of start)"
expect "stop beside an alias" "stop 1 failed
default via 10.0.0.254 dev v0 src 10.0.0.9" "$(source_of stop)"
"$pool/net-tools/sbin/ifconfig" v0:1 down
ip route add default via 10.0.0.253 metric 50
expect "stop with two default routes" "stop 1 route exists
default via 10.0.0.254 dev v0 src 10.0.0.9
default via 10.0.0.253 dev v0 metric 50" "$(source_of stop)"
ip route change default via 10.0.0.254
expect "start with two" "start 1 route exists
default via 10.0.0.254 dev v0
default via 10.0.0.253 dev v0 metric 50" "$(source_of start)"
