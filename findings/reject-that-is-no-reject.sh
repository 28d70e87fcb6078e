#!/bin/bash
# A network that the machine shall not send to: "198.51.100.0 255.255.255.0 reject v0" in
# /etc/network/routes, the file of routes for route(8) that Debian's ifupdown-extra brings to ifupdown.
#
# Guess: it is what `route add ... reject` makes, a row with ! that says No route to host; as a route
# of v0 it comes and goes with v0.
# Truth: the script makes a blackhole by ip: programs hear Invalid argument, and route -n has it as a
# usable route of *. ifdown v0 leaves it: the script is to be hung into if-pre-down.d then, it says
# itself, which ifdown doesn't run; in if-down.d it deletes a reject route, which there isn't.
# At the next ifup it says File exists. The other three ifups run the script to the same end.
# Seen: ifupdown-extra 0.33, ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ifupdown-extra=0.33+nmu1 net-tools=2.10-0.1+deb12u2 "${four[@]}"
lab
cp "$pool/net-tools/sbin/route" /usr/sbin/
cp "$pool/ifupdown-extra/etc/network/if-up.d/20static-routes" /etc/network/if-up.d/
mkdir -p /etc/network/if-pre-down.d
echo 198.51.100.0 255.255.255.0 reject v0 >/etc/network/routes
printf '%s\n' 'auto v0' 'iface v0 inet static' '  address 10.0.0.1' '  netmask 255.255.255.0' >"$pool/interfaces"
# shellcheck disable=SC2034 # networks shows by it
show="ip -4 route show | sed '/proto kernel scope link/d; s/^/  /; s/ *$//'"
expect "by each ifup" "ifupdown: status 0
  blackhole 198.51.100.0/24
ifupdown-ng: status 0
  blackhole 198.51.100.0/24
ifupdown2: status 0
  blackhole 198.51.100.0/24
busybox: status 0
  blackhole 198.51.100.0/24" "$(networks "$pool/interfaces" "$show")"
# sent: what a program hears that sends there.
sent() { python 'import socket
try: socket.create_connection(("198.51.100.1", 80), 1)
except OSError as e: print(e.strerror)'; }
# row: of route -n, without its columns of numbers.
row() { route -n | awk '/^198/ { print $1, $2, $4, $8 }'; }
pair v0 v1 02:00:00:00:00:01
route add -net 198.51.100.0 netmask 255.255.255.0 reject
expect "route add ... reject" "198.51.100.0 - !H -
No route to host" "$(row | sed 's/!H* /!H /'; sent)"
route del -net 198.51.100.0 netmask 255.255.255.0 reject
up ifupdown "$pool/interfaces"
expect "the script's" "198.51.100.0 0.0.0.0 U *
Invalid argument" "$(row; sent)"
# down FOLDER: ifdown v0, with the script in FOLDER, too.
down() {
  cp /etc/network/if-up.d/20static-routes "/etc/network/$1/"
  "$pool/ifupdown/sbin/ifdown" v0 2>&1 | grep SIOC
  row
  rm "/etc/network/$1/20static-routes"
}
expect "ifdown v0, if-pre-down.d" "198.51.100.0 0.0.0.0 U *" "$(down if-pre-down.d)"
up ifupdown "$pool/interfaces"
expect "ifdown v0, if-down.d" "SIOCDELRT: No such process
198.51.100.0 0.0.0.0 U *" "$(down if-down.d)"
expect "ifup v0" "RTNETLINK answers: File exists" "$("$pool/ifupdown/sbin/ifup" v0 2>&1 | grep exists)"
