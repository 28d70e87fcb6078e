#!/bin/bash
# The virtual address of a cluster (Pacemaker's IPaddr2, cidr_netmask left to it),
# and then `route add -net 10.0.0.0 netmask 255.255.255.128 dev v0`.
#
# Guess: what IPaddr2 has set it knows and takes away again, whatever route is added.
# Truth: the mask isn't kept: at each call it is that of the narrowest route on the card
# which the address is in, now /25. Of 10.0.0.9/24 the monitor says "not running" (7), stop
# says 0 and leaves it: the other machine takes the same address, and both have it. The like
# where the address was set before by hand with another mask (ifconfig v0:1 10.0.0.9, which is /8):
# start adds a second one, stop leaves the first.
# Seen: resource-agents 4.12.0, net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages resource-agents=1:4.12.0-2 net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
pacemaker
export OCF_RESKEY_ip=10.0.0.9 OCF_RESKEY_CRM_meta_interval=10
# vip ACTION ...: the status of each, and the addresses of v0 then.
vip() {
  local action
  for action in "$@"; do
    /usr/lib/ocf/resource.d/heartbeat/IPaddr2 "$action" >/run/said 2>&1
    echo "$action $?"
  done
  ip -4 -o addr show v0 | sed 's/.*inet \([^ ]*\).*/\1/'
}
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
expect "alone" "start 0
monitor 0
stop 0
10.0.0.1/24" "$(vip start monitor stop)"
expect "started" "start 0
10.0.0.1/24
10.0.0.9/24" "$(vip start)"
"$pool/net-tools/sbin/route" add -net 10.0.0.0 netmask 255.255.255.128 dev v0
expect "with a route" "monitor 7
stop 0
10.0.0.1/24
10.0.0.9/24" "$(vip monitor stop)"
ip addr flush dev v0
ip addr add 10.0.0.1/24 dev v0
"$pool/net-tools/sbin/ifconfig" v0:1 10.0.0.9
expect "with an alias set before" "monitor 7
start 0
10.0.0.1/24
10.0.0.9/8
10.0.0.9/24" "$(vip monitor start)"
expect "stopped" "stop 0
10.0.0.1/24
10.0.0.9/8" "$(vip stop)"
