#!/bin/bash
# Two cards swap their names while snmpd runs, as where an admin makes the names those of the plugs: what
# was v0 is w0 then.
#
# Guess: snmpd has the new names, or the old ones until it is started anew.
# Truth: it has both: the new ones in ifTable (ifDescr), the old ones in ifXTable (ifName), which monitors
# go by for its 64-bit counters. Each name stands for either card, and no later look mends it. A v0 that
# is made anew gets its name in both; the one that was deleted stays beside it (for 300
# seconds, interface_fadeout), so there are two of this name.
# Seen: snmpd 5.9.3, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
libraries=(libsnmp40=5.9.3+dfsg-2+deb12u1 libperl5.36=5.36.0-7+deb12u4 libsensors5=1:3.6.0-7.1 libwrap0=7.6.q-32 libpci3=1:3.9.0-4)
packages snmpd=5.9.3+dfsg-2+deb12u1 snmp=5.9.3+dfsg-2+deb12u1 "${libraries[@]}"
lab
export MIBS="" LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
mkdir -p /run/snmp /var/lib/snmp
printf 'rocommunity public\nagentaddress 127.0.0.1\n' >/run/snmpd.conf
"$pool/snmpd/usr/sbin/snmpd" -C -c /run/snmpd.conf -f -Lf /run/said -p /run/snmpd.pid 2>/run/started &
# column OID: its values.
column() { "$pool/snmp/usr/bin/snmpwalk" -v2c -c public -OQv 127.0.0.1 "$1" 2>/run/walked | tr -d '" '; }
# names: ifDescr, ifName and hardware address of v0 and w0.
names() { paste -d' ' <(column 1.3.6.1.2.1.2.2.1.2) <(column 1.3.6.1.2.1.31.1.1.1.1) <(column 1.3.6.1.2.1.2.2.1.6) | grep ' 0200' | sort; }
export -f names column
export pool
timeout 20 bash -c 'until names | grep -q w0; do sleep 0.5; done' || cannot "snmpd"
expect "before" "v0 v0 020000000001
w0 w0 020000000002" "$(names)"
ip link set v0 down
ip link set w0 down
ip link set v0 name x0
ip link set w0 name v0
ip link set x0 name w0
ip link set v0 up
ip link set w0 up
timeout 30 bash -c 'until names | grep -q "w0 v0"; do sleep 0.5; done'
sleep 16
expect "after" "v0 w0 020000000002
w0 v0 020000000001" "$(names)"
expect "ip" "v0 02:00:00:00:00:02
w0 02:00:00:00:00:01" "$(ip -br link show type veth | sed -n 's/^\([vw]0\).* \(02:00[^ ]*\).*/\1 \2/p' | sort)"
ip link del v0
pair v0 v2 02:00:00:00:00:03
timeout 30 bash -c 'until names | grep -q 03; do sleep 0.5; done'
expect "a new v0" "v0 v0 020000000003
v0 w0 020000000002
w0 v0 020000000001" "$(names)"
