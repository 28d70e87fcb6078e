#!/bin/bash
# A card in the mode dormant (ip link set v0 mode dormant), in which a supplicant (802.1X) holds it
# until the switch has let it in: its cable is in, nothing is to pass.
#
# Guess: nothing passes; and whoever shows it tells it from a cable that is out.
# Truth: the mode stops nobody: IPv4 goes out and comes in. IPv6 does wait: its addresses stay tentative, it
# has no fe80 address. ifconfig takes RUNNING away as without a cable, psutil calls the card
# down, and ip link writes NO-CARRIER (with LOWER_UP beside it), though /sys says carrier 1.
# Taking the mode back changes nothing: the card stays DORMANT until somebody says `state up`.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, psutil 5.9.4, busybox 1.35.0 (its ping), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 python3-psutil=5.9.4-1+b1 busybox-static=1:1.35.0-4+deb12u1+b1
lab
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns "$far"
nsenter -t "$far" -n sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1; ip addr add 2001:db8::2/64 dev v1 nodad'
ip link set v0 down
ip link set v0 addrgenmode eui64
ip link set v0 mode dormant
ip link set v0 up
ip addr add 10.0.0.1/24 dev v0
ip addr add 2001:db8::1/64 dev v0
sleep 3
answer() { "$pool/busybox-static/bin/busybox" ping -c 1 -W 2 "$1" >/dev/null 2>&1 && echo answered || echo silent; }
state() { ip -o link show v0 | grep -o 'state [A-Z]*'; }
expect "ifconfig" "flags=4099<UP,BROADCAST,MULTICAST>" "$("$pool/net-tools/sbin/ifconfig" v0 | grep -o 'flags=[^ ]*')"
expect "ip link" "<NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP>" "$("$pool/iproute2/bin/ip" -o link show v0 | grep -o '<.*>')"
expect "/sys" "carrier 1, dormant" "carrier $(cat /sys/class/net/v0/carrier), $(cat /sys/class/net/v0/operstate)"
expect "psutil, isup" "False" "$(python 'import psutil; print(psutil.net_if_stats()["v0"].isup)')"
expect "IPv4" "answered" "$(answer 10.0.0.2)"
expect "IPv6" "silent" "$(answer 2001:db8::2)"
expect "its addresses" "inet6 2001:db8::1/64 scope global tentative" "$(ip -6 -o addr show v0 | grep -o 'inet6 [^\]*tentative')"
ip link set v0 mode default
sleep 1
expect "the mode taken back" "state DORMANT" "$(state)"
ip link set v0 state up
sleep 3
expect "state up" "state UP" "$(state)"
expect "IPv6" "answered" "$(answer 2001:db8::2)"
