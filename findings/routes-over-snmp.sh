#!/bin/bash
# snmpnetstat -Cr and ipRouteTable of snmpd, from which monitors have a machine's routes, beside
# `netstat -rn` on it: two default routes (metric 0 and 50), a network in another, `route add ... reject`.
#
# Guess: the same routes in the same order, with the flags that netstat knows.
# Truth: snmpnetstat sorts by the gateway: on top stands the default route of metric 50, and no
# metric is shown. The reject route has the flag U in the place of !, and no card. The table that
# older programs ask, ipRouteTable, has room for one route a destination: there is one default
# route, and 10.20.0.0/24 has hidden 10.20.0.0/16.
# Seen: snmpd and snmp 5.9.3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
libraries=(libsnmp40=5.9.3+dfsg-2+deb12u1 libperl5.36=5.36.0-7+deb12u4 libsensors5=1:3.6.0-7.1 libwrap0=7.6.q-32 libpci3=1:3.9.0-4)
packages snmpd=5.9.3+dfsg-2+deb12u1 snmp=5.9.3+dfsg-2+deb12u1 net-tools=2.10-0.1+deb12u2 "${libraries[@]}"
lab
export MIBS="" LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
route=$pool/net-tools/sbin/route
pair v0 v1 02:00:00:00:00:01
"$pool/net-tools/sbin/ifconfig" v0 10.0.0.1 netmask 255.255.255.0
$route add default gw 10.0.0.254
$route add default gw 10.0.0.253 metric 50
$route add -net 10.20.0.0 netmask 255.255.0.0 gw 10.0.0.9
$route add -net 10.20.0.0 netmask 255.255.255.0 gw 10.0.0.8
$route add -net 10.21.0.0 netmask 255.255.0.0 reject
printf 'rocommunity public\nagentaddress udp:127.0.0.1:1161\n' >/run/snmpd.conf
"$pool/snmpd/usr/sbin/snmpd" -f -Lf /run/said -C -c /run/snmpd.conf 2>/run/errors &
timeout 20 sh -c 'until grep -qs :0489 /proc/net/udp; do sleep 0.1; done' || cannot "snmpd, which says $(tail -n1 /run/said)"
sleep 1
expect "netstat -rn" "0.0.0.0 10.0.0.254 0.0.0.0 UG v0
0.0.0.0 10.0.0.253 0.0.0.0 UG v0
10.20.0.0 10.0.0.8 255.255.255.0 UG v0
10.20.0.0 10.0.0.9 255.255.0.0 UG v0
10.21.0.0 - 255.255.0.0 ! -" "$("$pool/net-tools/bin/netstat" -rn | awk '$2 ~ /^10|^-/ { print $1, $2, $3, $4, $8 }')"
expect "snmpnetstat -Cr" "default 10.0.0.253 <UG> v0
default 10.0.0.254 <UG> v0
10.20.0.0/16 10.0.0.9 <UG> v0
10.20.0.0/24 10.0.0.8 <UG> v0
10.21.0.0/16 0.0.0.0 <U>" "$("$pool/snmp/usr/bin/snmpnetstat" -v2c -c public -Cn -Cr 127.0.0.1:1161 2>&1 | awk '/^default|^10.2/ { $1 = $1; print }')"
expect "ipRouteTable" "0.0.0.0 10.0.0.254
10.20.0.0 10.0.0.8
10.21.0.0 0.0.0.0" "$("$pool/snmp/usr/bin/snmpwalk" -v2c -c public -On 127.0.0.1:1161 1.3.6.1.2.1.4.21.1.7 2>&1 |
  sed -n 's/^\.1\.3\.6\.1\.2\.1\.4\.21\.1\.7\.\([^ ]*\) = IpAddress: /\1 /p' | grep -v '^10.0')"
