#!/bin/bash
# psutil.net_if_addrs() of an address with a peer on an Ethernet card.
#
# Guess: the peer is in the field ptp, which is there for it; a subnet of one address
# has no broadcast.
# Truth: the peer is in the field broadcast, and ptp is None: getifaddrs(3) has one
# field for both, and which it is is taken from the card's flags. netifaces does
# the same.
# Seen: psutil 5.9.4, netifaces 0.11.0 (Debian 12), glibc 2.36, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-psutil=5.9.4-1+b1 python3-netifaces=0.11.0-2+b1
[ -x /usr/bin/python3.11 ] || cannot "python3.11, which the modules are made for"
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.1.0.1 peer 10.1.0.9/32 dev v0
py() { PYTHONPATH=$pool/$1/usr/lib/python3/dist-packages /usr/bin/python3 -c "$2"; }
expect "psutil: broadcast, ptp" "10.1.0.9 None" "$(py python3-psutil '
import psutil
for a in psutil.net_if_addrs()["v0"]:
    if a.family == 2: print(a.broadcast, a.ptp)')"
expect "netifaces" "{'addr': '10.1.0.1', 'netmask': '255.255.255.255', 'broadcast': '10.1.0.9'}" "$(py python3-netifaces '
import netifaces
print(netifaces.ifaddresses("v0")[2][0])')"
