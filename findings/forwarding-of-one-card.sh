#!/bin/bash
# A router between two networks, whose forwarding is said card by card: net.ipv4.conf.v0.forwarding
#
# Guess: "Forwarding" of netstat -s says whether the machine forwards.
# Truth: it says what net.ipv4.ip_forward is, 1 for yes and 2 for no. With 2 there a
# packet goes from v0 to w0 all the same, if the card that it comes in by has its own 1; with
# 1 there it goes nowhere, if that card has 0; writing ip_forward sets every card's anew. Of the
# tools here only `ip netconf` has the cards'.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.1.0.1/24 dev w0
# host CARD ADDRESS GATEWAY: a machine behind CARD, as $there.
host() {
  unshare -n sleep 100 &
  there=$!
  sleep 0.5
  ip link set "$1" netns $there
  nsenter -t $there -n sh -c "ip link set $1 up; ip addr add $2/24 dev $1; ip route add default via $3"
}
host v1 10.0.0.9 10.0.0.1
first=$there
host w1 10.1.0.9 10.1.0.1
# forwards: netstat's word, and whether a ping from the one network reaches the other.
forwards() {
  "$pool/net-tools/bin/netstat" -s | grep -o 'Forwarding: .'
  nsenter -t "$first" -n "$pool/busybox-static/bin/busybox" ping -c 1 -W 2 10.1.0.9 | grep -o '[01] packets received'
}
net=/proc/sys/net/ipv4
echo 0 >$net/ip_forward
expect "off" "Forwarding: 2
0 packets received" "$(forwards)"
echo 1 >$net/conf/v0/forwarding
echo 1 >$net/conf/w0/forwarding
expect "off, the cards' on" "Forwarding: 2
1 packets received" "$(forwards)"
expect "ip netconf" "v0 on
w0 on" "$("$pool/iproute2/bin/ip" -4 netconf | awk '/ [vw]0 / { print $2, $4 }' | sort)"
echo 1 >$net/ip_forward
echo 0 >$net/conf/v0/forwarding
expect "on, a card's off" "Forwarding: 1
0 packets received" "$(forwards)"
echo 0 >$net/ip_forward
echo 1 >$net/ip_forward
expect "ip_forward written anew" "Forwarding: 1
1 packets received" "$(forwards)"
