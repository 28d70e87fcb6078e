#!/bin/bash
# The flags of a card in /sys/class/net/CARD/flags: v0 has its cable, w0's is out.
#
# Guess: it is the number that ifconfig prints as flags=.
# Truth: the kernel adds RUNNING for ioctls and netlink alone: in /sys no card has it, and
# v0 and w0 have the same flags, 0x1003. node_exporter's node_network_flags are these.
# Erlang does the opposite: inet:getifaddrs() says running of w0, too.
# Seen: net-tools 2.10-0.1+deb12u2, prometheus-node-exporter 1.5.0, erlang-base 25.2.3, psutil
# 5.9.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 prometheus-node-exporter=1.5.0-1+b6 erlang-base=1:25.2.3+dfsg-1+deb12u4 \
  python3-psutil=5.9.4-1+b1
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip link set w1 down
timeout 10 sh -c 'until ip link show w0 | grep -q NO-CARRIER; do sleep 0.1; done' || cannot "a card without its cable"
flags() { "$pool/net-tools/sbin/ifconfig" "$1" | sed -n 's/.*flags=\([0-9]*\)<\(.*\)>.*/\1 \2/p'; }
expect "ifconfig" "4163 UP,BROADCAST,RUNNING,MULTICAST
4099 UP,BROADCAST,MULTICAST" "$(flags v0; flags w0)"
expect "/sys, 4163 being 0x1043" "0x1003 0x1003" "$(cat /sys/class/net/{v0,w0}/flags | paste -sd' ')"
"$pool/prometheus-node-exporter/usr/bin/prometheus-node-exporter" --collector.disable-defaults --collector.netclass \
  --web.listen-address=127.0.0.1:9100 2>/run/said &
timeout 20 sh -c 'until grep -qs :238C /proc/net/tcp; do sleep 0.1; done' || cannot "node_exporter"
expect "node_exporter" 'node_network_flags{device="v0"} 4099
node_network_flags{device="w0"} 4099' "$(python 'import urllib.request as u; print(u.urlopen("http://127.0.0.1:9100/metrics").read().decode())' |
  grep -E '^node_network_flags.*"[vw]0"')"
expect "psutil" "True False" "$(python 'import psutil; s = psutil.net_if_stats(); print(s["v0"].isup, s["w0"].isup)')"
sed "s,/usr/lib/erlang,$pool/erlang-base/usr/lib/erlang," "$pool/erlang-base/usr/lib/erlang/bin/erl" >/run/erl
expect "Erlang" "[up,broadcast,running,multicast]
[up,broadcast,running,multicast]" "$(cd / && HOME=/run sh /run/erl -noshell -eval '
{ok, L} = inet:getifaddrs(),
[io:format("~p~n", [proplists:get_value(flags, proplists:get_value(N, L))]) || N <- ["v0", "w0"]], halt().' 2>/run/said)"
