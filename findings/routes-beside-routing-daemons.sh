#!/bin/bash
# Routes made by route(8), or by `up route add` of a stanza, on a router with a routing daemon:
# one to a network that the daemon (BIRD) has a route to as well, and some that the
# daemon (babeld) is to announce.
#
# Guess: the daemon's route takes the place of the other, or what the daemon says
# is the best one is what the kernel goes by; and `redistribute` announces the machine's routes.
# Truth: BIRD's has metric 32 in the kernel and stands behind route's 0: packets go by 10.0.0.9
# while BIRD, which has learnt that one (learn), calls 10.0.0.8 the best and tells other routers
# so. babeld announces connected networks and what `ip route add ... proto static`
# made, but nothing of protocol boot, which is all that route makes: it has to be asked for,
# redistribute proto 3.
# Seen: bird2 2.0.12, babeld 1.12.1, net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages bird2=2.0.12-7 libssh-gcrypt-4=0.10.6-0+deb12u3 babeld=1.12.1-1 libb2-1=0.98.1-1.1 libgomp1=12.2.0-14+deb12u1 \
  net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip route=$pool/net-tools/sbin/route
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
pair v0 v1 02:00:00:00:00:01
"$ip" addr add fe80::1/64 dev v0 nodad
"$ip" addr add 10.0.0.1/24 dev v0
"$route" add -net 10.20.0.0 netmask 255.255.0.0 gw 10.0.0.9
"$route" add default gw 10.0.0.254
"$ip" route add 10.23.0.0/16 via 10.0.0.9 proto static
cat >/run/bird.conf <<'CONF'
router id 10.0.0.1;
protocol device {}
protocol kernel { learn; ipv4 { import all; export all; }; }
protocol static { ipv4; route 10.20.0.0/16 via 10.0.0.8; }
CONF
"$pool/bird2/usr/sbin/bird" -f -c /run/bird.conf -s /run/bird.ctl 2>/run/said &
timeout 20 sh -c 'until ip route | grep -q "proto bird"; do sleep 0.1; done' || cannot "BIRD, which says $(tail -n1 /run/said)"
sleep 0.5
expect "BIRD's best" "via 10.0.0.8 on v0" "$("$pool/bird2/usr/sbin/birdc" -s /run/bird.ctl show route primary 10.20.0.0/16 | grep -o 'via.*')"
expect "the kernel's" "via 10.0.0.9 dev v0" "$("$ip" route get 10.20.0.1 | grep -o 'via .* dev v0')"
expect "the kernel's routes" "10.20.0.0/16 via 10.0.0.9 dev v0
10.20.0.0/16 via 10.0.0.8 dev v0 proto bird metric 32" "$("$ip" route show 10.20.0.0/16 | sed 's/ *$//')"
kill $!
wait
# announced STATEMENT: what babeld has to announce.
announced() {
  "$pool/babeld/usr/sbin/babeld" -I /run/babel.pid -S /run/babel.state -G 33123 -C "$1" v0 2>/run/said &
  timeout 20 sh -c 'until [ -e /run/babel.pid ]; do sleep 0.1; done'
  sleep 1
  /usr/bin/python3 -c '
import socket
s = socket.create_connection(("::1", 33123)).makefile("rw")
s.write("dump\n")
s.flush()
oks = 0
for line in s:
    oks += line == "ok\n"
    if " xroute " in line and "/32 " not in line:
        print(line.split()[4])
    if oks == 2:
        break' | sort
  kill $!
  wait
}
expect "redistribute metric 128" "10.0.0.0/24
10.23.0.0/16" "$(announced "redistribute metric 128")"
expect "redistribute proto 3 metric 128" "0.0.0.0/0
10.20.0.0/16" "$(announced "redistribute proto 3 metric 128")"
