#!/bin/bash
# jc, which makes JSON of a program's screen, and screens of ifconfig, netstat and route that other
# programs of these names print, or other options of the same.
#
# Guess: a screen that it can't read is an error; an empty list means that there is nothing.
# Truth: for ifconfig of busybox, toybox and inetutils and for netstat -6 -rn, -g and -s it is []
# with status 0, as for a machine without cards, routes and groups. Of busybox' IPv6 routes
# it has the rows, in which the card's key is "ifaceace". The screens of net-tools' ifconfig,
# netstat -rn and route -6 it reads.
# Seen: jc 1.22.5-1, net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, inetutils 2.4
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages jc=1.22.5-1 net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 toybox=0.8.9+dfsg-1 \
  inetutils-tools=2:2.4-2+deb12u3
lab
busybox=$pool/busybox-static/bin/busybox netstat=$pool/net-tools/bin/netstat
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip route add default via 10.0.0.9
ip -6 addr add 2001:db8::1/64 dev v0 nodad
ip -6 route add default via 2001:db8::9
# jc PARSER PROGRAM ...: how many objects its screen is, and the status of jc.
jc() {
  "${@:2}" >/run/screen 2>/run/said
  [ "$(wc -l </run/screen)" -gt 2 ] || cannot "a screen of ${*:2}"
  python "import sys
sys.argv = ['jc', '--$1']
from jc.cli import main
main()" </run/screen >/run/json
  local status=$?
  echo "$(python 'import json; print(len(json.load(open("/run/json"))))') objects, status $status"
}
expect "net-tools' ifconfig" "3 objects, status 0" "$(jc ifconfig "$pool/net-tools/sbin/ifconfig" -a)"
expect "busybox' ifconfig" "0 objects, status 0" "$(jc ifconfig "$busybox" ifconfig -a)"
expect "toybox' ifconfig" "0 objects, status 0" "$(jc ifconfig "$pool/toybox/bin/toybox" ifconfig -a)"
expect "inetutils' ifconfig" "0 objects, status 0" "$(jc ifconfig "$pool/inetutils-tools/usr/bin/inetutils-ifconfig" -a)"
expect "netstat -rn" "2 objects, status 0" "$(jc netstat "$netstat" -rn)"
for option in "-6 -rn" -gn -s; do
  # shellcheck disable=SC2086 # words
  expect "netstat $option" "0 objects, status 0" "$(jc netstat "$netstat" $option)"
done
key() { python 'import json; print(*(k for k in json.load(open("/run/json"))[0] if k.startswith("iface")))'; }
jc route "$pool/net-tools/sbin/route" -6 -n >/run/said
expect "route -6 -n, the card's key" "iface" "$(key)"
jc route "$busybox" route -A inet6 >/run/said
expect "busybox route -A inet6, the card's key" "ifaceace" "$(key)"
