#!/bin/bash
# A card that has a macvlan on it, as containers have them, and shall become a port of a
# bridge: brctl addif br0 v0
#
# Guess: it becomes one, or the message has to do with the macvlan.
# Truth: "device v0 is already a member of a bridge", though brctl show has none with it
# and ip link shows no master: a card hands its frames to one taker only, the macvlan is that, and
# brctl has one text for busy. ip and busybox brctl say Device or resource busy. And
# the other way round, a macvlan on a bridge's port: busy as well.
# Seen: bridge-utils 1.7.1, busybox 1.35.0, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages bridge-utils=1.7.1-1 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
ip link add link v0 name m0 type macvlan mode bridge || cannot "macvlan"
ip link add br0 type bridge
brctl=$pool/bridge-utils/sbin/brctl
expect "brctl addif" "device v0 is already a member of a bridge; can't add it to bridge br0." "$("$brctl" addif br0 v0 2>&1)"
expect "brctl show" "br0	no	" "$("$brctl" show | awk -F '\t+' 'NR > 1 { print $1 "\t" $3 "\t" $4 }')"
expect "ip link show" "" "$("$pool/iproute2/bin/ip" -o link show v0 | grep -o 'master.*')"
expect "busybox brctl addif" "brctl: bridge br0: Device or resource busy" "$("$pool/busybox-static/bin/busybox" brctl addif br0 v0 2>&1)"
expect "ip link set" "RTNETLINK answers: Device or resource busy" "$("$pool/iproute2/bin/ip" link set v0 master br0 2>&1)"
ip link del m0
expect "brctl addif, without the macvlan" "status 0" "$("$brctl" addif br0 v0 2>&1; echo "status $?")"
expect "a macvlan on a port" "RTNETLINK answers: Device or resource busy" "$("$pool/iproute2/bin/ip" link add link v0 name m0 type macvlan mode bridge 2>&1)"
