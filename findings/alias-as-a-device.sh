#!/bin/bash
# The name of an alias, v0:1, where a program asks for a device.
#
# Guess: all of them refuse it, or all take it.
# Truth: who asks for its number, if_nametoindex(3), gets that of v0, and does to the
# whole card what was asked for the alias: brctl of bridge-utils and of busybox make v0 a port of
# the bridge, tc shapes all that leaves v0, ip adds a neighbour to it, tcpdump records all
# of it. Who binds a socket to it (SO_BINDTODEVICE) or asks netlink by name hears No such
# device: traceroute, fping, busybox ping, ethtool; but `ethtool -i v0:1` says it and
# answers all the same, by ioctl.
# Seen: bridge-utils 1.7.1, busybox 1.35.0, iproute2 6.1.0-3 (tc), tcpdump 4.99.3,
# traceroute 2.1.2, fping 5.1, ethtool 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages bridge-utils=1.7.1-1 busybox-static=1:1.35.0-4+deb12u1+b1 iproute2=6.1.0-3 tcpdump=4.99.3-1 libpcap0.8=1.10.3-1 \
  traceroute=1:2.1.2-1 fping=5.1-1 ethtool=1:6.1-1 libmnl0=1.0.4-3
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.9.0.1/24 dev v0 label v0:1
ip link add br0 type bridge
bb=$pool/busybox-static/bin/busybox
# ports COMMAND ...: its status, and the ports of br0 after it; then it has none again.
ports() {
  "$@" br0 v0:1
  echo "status $?" "$(ls /sys/class/net/br0/brif)"
  ip link set v0 nomaster
}
# run PROGRAM ...: with the libraries of packages.
run() { LD_LIBRARY_PATH=$pool/libpcap0.8/usr/lib/x86_64-linux-gnu:$pool/libmnl0/lib/x86_64-linux-gnu "$@"; }
expect "brctl addif br0 v0:1" "status 0 v0" "$(ports "$pool/bridge-utils/sbin/brctl" addif)"
expect "busybox brctl addif br0 v0:1" "status 0 v0" "$(ports "$bb" brctl addif)"
expect "tc qdisc add dev v0:1 root tbf" "status 0 tbf" "$(run "$pool/iproute2/sbin/tc" qdisc add dev v0:1 root tbf rate 1mbit burst 10k latency 10ms
  echo "status $?" "$(tc qdisc show dev v0 | cut -d' ' -f2)")"
tc qdisc del dev v0 root
expect "ip neigh add ... dev v0:1" "10.0.0.7 dev v0 lladdr 02:00:00:00:00:07 PERMANENT" \
  "$(run "$pool/iproute2/bin/ip" neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev v0:1; ip neigh show 10.0.0.7 | sed 's/ *$//')"
run "$pool/tcpdump/usr/bin/tcpdump" -Z root -p -l -n -t -c 1 -i v0:1 icmp >/run/heard 2>/run/said &
timeout 20 sh -c 'until grep -qs listening /run/said; do sleep 0.1; done'
"$bb" ping -c 1 -W 1 10.0.0.7 >/dev/null
expect "tcpdump -i v0:1, pinging from the card's own address" "10.0.0.1 > 10.0.0.7: ICMP" "$(wait; grep -o '10.*ICMP' /run/heard)"
expect "traceroute -i v0:1" "No such device" "$("$pool/traceroute/usr/bin/traceroute.db" -i v0:1 -m 1 -w 1 10.0.0.7 2>&1 | grep -o 'No such device')"
expect "fping -I v0:1" "No such device" "$("$pool/fping/usr/bin/fping" -I v0:1 -c 1 10.0.0.7 2>&1 | grep -o 'No such device')"
expect "busybox ping -I v0:1" "No such device" "$("$bb" ping -I v0:1 -c 1 10.0.0.7 2>&1 | grep -o 'No such device')"
expect "ethtool -k v0:1" "netlink error: No such device" "$(run "$pool/ethtool/sbin/ethtool" -k v0:1 2>&1 | grep device$)"
expect "ethtool -i v0:1" "driver: veth" "$(run "$pool/ethtool/sbin/ethtool" -i v0:1 2>/dev/null | head -1)"
