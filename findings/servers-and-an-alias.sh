#!/bin/bash
# Servers that are told the card to listen on: unbound's `interface: v0`, ntpd's `interface listen v0`; or the
# one not to, `interface ignore v0`. v0 has 10.0.0.1, an alias by ifconfig (v0:1, 10.6.0.1) and an
# address that ip has added (10.7.0.1).
#
# Guess: they listen on all addresses of v0, or on none: 10.6.0.1 and 10.7.0.1 differ by who set them.
# Truth: they go by the label, which getifaddrs(3) has for a name: 10.7.0.1 is v0's, the alias is a
# card of its own. With v0 told it isn't served; with v0 ignored it still is.
# Seen: unbound 1.17.1, ntpsec 1.2.2, net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages ntpsec=1.2.2+dfsg1-1+deb12u1 libbsd0=0.11.7-2 libmd0=1.0.4-2 unbound=1.17.1-2+deb12u4 \
  libevent-2.1-7=2.1.12-stable-8+deb12u1 libprotobuf-c1=1.4.1-1+b1 libpython3.11=3.11.2-6+deb12u9 libnghttp2-14=1.52.0-1+deb12u3 \
  net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
"$pool/net-tools/sbin/ifconfig" v0 10.0.0.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" v0:1 10.6.0.1 netmask 255.255.255.0
ip addr add 10.7.0.1/24 dev v0
# listens PORT PROGRAM ...: the addresses of v0 that it listens on.
listens() {
  local port=$1
  shift
  LD_LIBRARY_PATH=$(library_path) "$@" >/run/said 2>&1 &
  timeout 10 sh -c "until ss -lnu | grep -q ':$port '; do sleep 0.1; done" || cannot "$1, which says $(tail -n1 /run/said)"
  sleep 0.5
  ss -lnu | grep -o "10\.[0-9.]*:$port " | sort -u | sed 's/:.*//' | paste -sd' '
  kill $!
  wait $!
}
# unbound INTERFACE
unbound() {
  printf '%s\n' 'server:' 'chroot: ""' 'username: ""' 'directory: "/run"' 'use-syslog: no' "interface: $1" 'pidfile: /run/unbound.pid' >/run/unbound.conf
  listens 53 "$pool/unbound/usr/sbin/unbound" -d -c /run/unbound.conf
}
# ntpd LINE ...
ntpd() {
  printf '%s\n' "$@" >/run/ntp.conf
  listens 123 "$pool/ntpsec/usr/sbin/ntpd" -n -c /run/ntp.conf
}
expect "unbound, interface: v0" "10.0.0.1 10.7.0.1" "$(unbound v0)"
expect "unbound, interface: v0:1" "10.6.0.1" "$(unbound v0:1)"
expect "ntpd, listen v0" "10.0.0.1 10.7.0.1" "$(ntpd 'interface ignore all' 'interface listen v0')"
expect "ntpd, all but v0" "10.6.0.1" "$(ntpd 'interface listen all' 'interface ignore v0')"
expect "ntpd, all but v0:1" "10.0.0.1 10.7.0.1" "$(ntpd 'interface listen all' 'interface ignore v0:1')"
