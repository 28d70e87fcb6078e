#!/bin/bash
# ipAddressTable of snmpd, which has a column for an address's state (preferred, deprecated, tentative,
# duplicate) and rows for broadcast addresses; beside ip, on a card with an IPv6 address that another
# machine has, one that is to go (preferred_lft 0), an IPv4 address by ip and an alias by ifconfig.
#
# Guess: the states are those of ip; a broadcast address is there for both or for neither.
# Truth: each state is preferred(1), of the duplicate address, too, by which the machine can't be reached.
# The alias has a row for 10.6.0.255, as of an address of the card; 10.0.0.255, which the kernel
# takes as well, has none, and in ipAddrTable the broadcast bit of 10.0.0.1 is 0, not 1.
# Seen: snmpd 5.9.3, net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
libraries=(libsnmp40=5.9.3+dfsg-2+deb12u1 libperl5.36=5.36.0-7+deb12u4 libsensors5=1:3.6.0-7.1 libwrap0=7.6.q-32 libpci3=1:3.9.0-4)
packages snmpd=5.9.3+dfsg-2+deb12u1 snmp=5.9.3+dfsg-2+deb12u1 net-tools=2.10-0.1+deb12u2 "${libraries[@]}"
lab
pair v0 v1 02:00:00:00:00:01
ip -6 addr add 2001:db8::9/64 dev v1 nodad
ip -6 addr add 2001:db8::9/64 dev v0
ip -6 addr add 2001:db8::2/64 dev v0 nodad preferred_lft 0
ip -6 addr add 2001:db8::1/64 dev v0 nodad
ip addr add 10.0.0.1/24 dev v0
"$pool/net-tools/sbin/ifconfig" v0:1 10.6.0.1 netmask 255.255.255.0
timeout 20 sh -c 'until ip -6 addr show v0 | grep -q dadfailed; do sleep 0.2; done' || cannot "an address that is taken"
expect "ip" "10.0.0.1/24
10.6.0.1/24 brd 10.6.0.255
2001:db8::1/64 nodad
2001:db8::2/64 nodad deprecated
2001:db8::9/64 dadfailed tentative" "$(ip -o addr show v0 | sed 's/.*inet6* //; s/ *scope global//; s/ *secondary//; s/ v0.*//; s/\\.*//; s/ *$//' | sort)"
mkdir -p /run/snmp /var/lib/snmp
printf 'rocommunity public\nagentaddress 127.0.0.1\n' >/run/snmpd.conf
export MIBS="" LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
"$pool/snmpd/usr/sbin/snmpd" -C -c /run/snmpd.conf -f -Lf /run/said -p /run/snmpd.pid 2>/run/started &
# column OID: index and value of each row.
column() { "$pool/snmp/usr/bin/snmpwalk" -v2c -c public -On 127.0.0.1 "$1" 2>/run/walked | sed "s/^\.$1\.//; s/ = .*: / /"; }
export -f column
export pool
timeout 20 bash -c 'until column 1.3.6.1.2.1.4.34.1.7 | grep -q 10; do sleep 0.5; done' || cannot "snmpd"
expect "ipAddressStatus" "1.4.10.0.0.1 1
1.4.10.6.0.1 1
1.4.10.6.0.255 1
1.4.127.0.0.1 1
2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 1
2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1 1
2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2 1
2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.9 1" "$(column 1.3.6.1.2.1.4.34.1.7)"
expect "ipAddressType, 1 unicast, 3 broadcast" "1.4.10.0.0.1 1
1.4.10.6.0.1 1
1.4.10.6.0.255 3" "$(column 1.3.6.1.2.1.4.34.1.4 | grep '^1.4.10')"
expect "ipAdEntBcastAddr" "10.0.0.1 0
10.6.0.1 1" "$(column 1.3.6.1.2.1.4.20.1.4 | grep ^10)"
