#!/bin/bash
# A card under a team, which NetworkManager and teamd make in the place of a bond, and one
# under a bond.
#
# Guess: ifconfig and netstat -i mark team and port as they mark a bond's (MASTER, SLAVE; m,
# s), and root may change the port's MTU in either.
# Truth: the flags are the bond's alone: a team's port looks like a card of its own, down to
# RUNNING. `ifconfig v0 mtu 1400` on it says Operation not permitted to root, and nothing of
# the team, whose MTU it has to be. The bond lets it pass and keeps its own: it says 1500,
# and its port can't carry that.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
ifconfig=$pool/net-tools/sbin/ifconfig
# ports KIND: what the tools say of it and its port.
ports() {
  pair v0 v1 02:00:00:00:00:01
  ip link add m0 type "$1" || cannot "$1"
  ip link set v0 down
  ip link set v0 master m0
  ip link set v0 up
  ip link set m0 up
  timeout 10 sh -c "until $ifconfig m0 | grep -q RUNNING; do sleep 0.1; done" || cannot "a $1 that runs"
  "$ifconfig" | sed -n 's/^\([mv]0\): .*<\(.*\)>.*/\1 \2/p'
  "$pool/net-tools/bin/netstat" -i | awk '/^[mv]0/ { print $1, $NF }'
  ip -o link show v0 | grep -o 'master [a-z0-9]*'
  "$ifconfig" v0 mtu 1400 2>&1
  "$pool/busybox-static/bin/busybox" ifconfig v0 mtu 1400 2>&1
  echo "MTU $(cat /sys/class/net/m0/mtu) $(cat /sys/class/net/v0/mtu)"
  ip link del m0
  ip link del v0
}
expect "bond" "m0 UP,BROADCAST,RUNNING,MASTER,MULTICAST
v0 UP,BROADCAST,RUNNING,SLAVE,MULTICAST
m0 BMmRU
v0 BMsRU
master m0
MTU 1500 1400" "$(ports bond)"
expect "team" "m0 UP,BROADCAST,RUNNING,MULTICAST
v0 UP,BROADCAST,RUNNING,MULTICAST
m0 BMRU
v0 BMRU
master m0
SIOCSIFMTU: Operation not permitted
ifconfig: SIOCSIFMTU: Operation not permitted
MTU 1500 1500" "$(ports team)"
