#!/bin/bash
# `ifconfig CARD down` on cards that have something on them: a VLAN, a macvlan, an ipvlan, macsec, VXLAN, GRE;
# a program sends three datagrams by each.
#
# Guess: what is on a card goes down with it, or has no RUNNING; the program gets an error, or the
# datagrams are counted as dropped.
# Truth: only the VLAN goes down, and its program hears "Network is unreachable". macvlan and macsec lose RUNNING and
# keep their route (ip: linkdown), the datagrams are in no counter at all. ipvlan is UP and RUNNING and
# counts them as dropped; VXLAN and GRE are RUNNING, too, and count errors of the carrier. None of
# these five tells the program.
# Seen: net-tools 2.10-0.1+deb12u2, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
ifconfig=$pool/net-tools/sbin/ifconfig
n=0
# on TYPE [WORD ...]: a device d1, d2 ... on a card of its own, v1, v2 ...
on() {
  n=$((n + 1))
  pair v$n w$n 02:00:00:00:00:0$n
  ip addr add 10.1.$n.1/24 dev v$n
  case $1 in
  vxlan) ip link add d$n type vxlan id 5 dstport 4789 local 10.1.$n.1 remote 10.1.$n.2 dev v$n ;;
  gre) ip link add d$n type gre local 10.1.$n.1 remote 10.1.$n.2 dev v$n ;;
  *) ip link add link v$n name d$n type "$@" ;;
  esac || cannot "$1"
  ip link set d$n addrgenmode none
  ip link set d$n up
  ip addr add 10.2.$n.1/24 dev d$n
  ip neigh add 10.2.$n.2 lladdr 02:00:00:00:00:99 dev d$n
}
# down NUMBER: its card goes down, three datagrams are sent, and what there is to see of it.
down() {
  "$ifconfig" "v$1" down
  sleep 2
  "$ifconfig" "d$1" | sed -n 's/.*flags=[0-9]*<\([^>]*\)>.*/\1/p' | grep -oE 'UP|RUNNING' | paste -sd ' '
  python "
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try:
    for _ in range(3): s.sendto(b'x', ('10.2.$1.2', 9))
    print('sent')
except OSError as e: print(e.strerror)"
  "$ifconfig" "d$1" | sed -nE 's/.*(TX packets [0-9]+).*/\1/p; s/.*TX (errors [0-9]+) +(dropped [0-9]+) .*(carrier [0-9]+).*/\1 \2 \3/p' | paste -sd ' '
}
on vlan id 5
on macvlan
on ipvlan
on macsec
on vxlan
on gre
sleep 1
expect "VLAN" "
Network is unreachable
TX packets 0 errors 0 dropped 0 carrier 0" "$(down 1)"
expect "macvlan" "UP
sent
TX packets 0 errors 0 dropped 0 carrier 0" "$(down 2)"
expect "ipvlan" "UP RUNNING
sent
TX packets 0 errors 0 dropped 3 carrier 0" "$(down 3)"
expect "macsec" "UP
sent
TX packets 0 errors 0 dropped 0 carrier 0" "$(down 4)"
expect "VXLAN" "UP RUNNING
sent
TX packets 0 errors 3 dropped 0 carrier 3" "$(down 5)"
expect "GRE" "UP RUNNING
sent
TX packets 0 errors 3 dropped 0 carrier 3" "$(down 6)"
expect "ip route" "d2 linkdown
d3
d4 linkdown
d5
d6" "$(ip route | grep -o 'd[0-9] .*' | sed 's/ proto.*src [^ ]*//; s/ *$//')"
