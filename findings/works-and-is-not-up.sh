#!/bin/bash
# A tunnel (tun0, its program has it open) and a bridge (br0) that are up and work.
#
# Guess: what ifconfig calls UP and RUNNING is up to a monitor.
# Truth: node_exporter's node_network_up is 0 for both, and for lo: it wants the
# kernel's operstate "up", and a driver that never sets it leaves "unknown", with which
# packets flow all the same. An alarm on node_network_up == 0 goes off for every VPN.
# It also says that the bridge does -125000 bytes a second. node_network_carrier is right.
# For systeminformation, too, both are "unknown"; for psutil they are up.
# Seen: prometheus-node-exporter 1.5.0, net-tools 2.10-0.1+deb12u2, psutil 5.9.4 (Debian
# 12), systeminformation 5.33.23, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages prometheus-node-exporter=1.5.0-1+b6 net-tools=2.10-0.1+deb12u2 python3-psutil=5.9.4-1+b1
npm systeminformation@5.33.23
lab
[ -e /dev/net/tun ] || cannot "/dev/net/tun"
holding '
import fcntl, os, struct, threading
tun = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(tun, 0x400454CA, struct.pack("16sH", b"tun0", 1))
threading.Thread(target=lambda: [os.read(tun, 2000) for _ in range(100)], daemon=True).start()'
ip addr add 10.0.0.1/24 dev tun0
ip link set tun0 up
ip link add br0 type bridge || cannot "a bridge"
ip addr add 10.1.0.1/24 dev br0
ip link set br0 up
echo >/dev/udp/10.0.0.9/9
timeout 10 sh -c 'until grep -qs "[1-9]" /sys/class/net/tun0/statistics/tx_packets; do sleep 0.1; done' || cannot "a tunnel that takes packets"
expect "ifconfig" "br0 UP RUNNING
tun0 UP RUNNING" "$("$pool/net-tools/sbin/ifconfig" | sed -n 's/^\([bt].*\): .*<UP.*RUNNING.*/\1 UP RUNNING/p')"
expect "operstate" "unknown unknown" "$(cat /sys/class/net/{br0,tun0}/operstate | paste -sd' ')"
"$pool/prometheus-node-exporter/usr/bin/prometheus-node-exporter" --collector.disable-defaults --collector.netclass \
  --web.listen-address=127.0.0.1:9100 2>/run/said &
timeout 20 sh -c 'until grep -qs :238C /proc/net/tcp; do sleep 0.1; done' || cannot "node_exporter"
expect "node_exporter" 'node_network_carrier{device="br0"} 1
node_network_carrier{device="tun0"} 1
node_network_speed_bytes{device="br0"} -125000
node_network_up{device="br0"} 0
node_network_up{device="tun0"} 0' "$(python 'import urllib.request as u; print(u.urlopen("http://127.0.0.1:9100/metrics").read().decode())' |
  grep -E '^node_network_(up|carrier)\{.*"(br0|tun0)"|^node_network_speed_bytes.*"br0"')"
expect "psutil" "True True" "$(python 'import psutil; s = psutil.net_if_stats(); print(s["br0"].isup, s["tun0"].isup)')"
cd "$pool/npm" || exit 1
expect "systeminformation" "br0 unknown
tun0 unknown" "$(node -e 'require("systeminformation").networkInterfaces("*").then(l => l.forEach(i => console.log(i.iface, i.operstate)))' | grep '^[bt]' | sort)"
