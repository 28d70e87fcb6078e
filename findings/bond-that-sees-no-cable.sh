#!/bin/bash
# A bond of two cards, one as a reserve (ip link add b0 type bond mode active-backup), and the cable of
# the active one is pulled out.
#
# Guess: the other takes over, or /proc/net/bonding says that the link is down.
# Truth: a bond looks after its cables when miimon says how often, and that is 0 unless it was set: it
# stays with the dead card and nothing passes. /proc/net/bonding has "MII Status: up" for the card, with its
# speed and no failure; the bond is RUNNING, mii-tool and ethtool call its link fine. Only v0 itself, in ifconfig and
# in /sys, has no carrier. With miimon 100 the other takes over at once.
# Seen: net-tools 2.10-0.1+deb12u2, ethtool 6.1, busybox 1.35.0 (its ping), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 ethtool=1:6.1-1
guest
another
ip link add b0 type bond mode active-backup || cannot "bond"
for d in v w; do
  ip link add ${d}0 type veth peer name ${d}1
  ip link set ${d}0 master b0
  ip link set ${d}1 netns "$far"
done
nsenter -t "$far" -n sh -c 'ip link add s0 type bridge
ip link set v1 master s0 up; ip link set w1 master s0 up; ip link set s0 up; ip addr add 10.0.0.2/24 dev s0'
ip link set b0 up
ip addr add 10.0.0.1/24 dev b0
sleep 2
answer() { "$pool/busybox-static/bin/busybox" ping -c 1 -W 3 10.0.0.2 >/dev/null 2>&1 && echo answered || echo silent; }
bonding() { sed -n '/^Currently/p; /Interface: v0/,/Count/p' /proc/net/bonding/b0; }
running() { "$pool/net-tools/sbin/ifconfig" "$1" | grep -o RUNNING || echo "no RUNNING"; }
expect "ping" "answered" "$(answer)"
nsenter -t "$far" -n ip link set v1 down
sleep 2
expect "v0" "no RUNNING, carrier 0" "$(running v0), carrier $(cat /sys/class/net/v0/carrier)"
expect "/proc/net/bonding" "Currently Active Slave: v0
Slave Interface: v0
MII Status: up
Speed: 10000 Mbps
Duplex: full
Link Failure Count: 0" "$(bonding)"
expect "ifconfig" "RUNNING" "$(running b0)"
expect "mii-tool" "link ok" "$("$pool/net-tools/sbin/mii-tool" b0 2>&1 | grep -o 'link ok')"
expect "ethtool" "Link detected: yes" "$("$pool/ethtool/sbin/ethtool" b0 2>/dev/null | grep -o 'Link detected: .*')"
expect "ping" "silent" "$(answer)"
echo 100 >/sys/class/net/b0/bonding/miimon
sleep 2
expect "miimon 100" "Currently Active Slave: w0
Slave Interface: v0
MII Status: down" "$(bonding | head -3)"
expect "ping" "answered" "$(answer)"
