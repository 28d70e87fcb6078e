#!/bin/bash
# A card that goes and comes back under its name, as a tunnel, a container's or a virtual machine's
# does: its counters begin at 0. v0 has sent 2084000 bytes, is made anew and sends 104200.
#
# Guess: a monitor that has seen both adds 104200, or nothing.
# Truth: sar does the one, ifstat the other and says so. vnstat, when it has no reason to think that
# the kernel counts further, takes it for a counter of 32 bits that has gone round: 4.29 GB are
# added to its sums for good, unless the card couldn't have sent that much since it
# last looked (with its usual 20 seconds 2 Gbit/s can). bwm-ng shows 2^63 bytes a second.
# psutil goes on from the old sum, until its caller ends, unless it looked while there was no v0: ifconfig
# then has 104200, psutil 2188200.
# Seen: vnstat 2.10, ifstat 1.1, sysstat 12.6.1, bwm-ng 0.6.3, psutil 5.9.4 (Debian 12), net-tools
# 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages vnstat=2.10-2 libsqlite3-0=3.40.1-2+deb12u2 ifstat=1.1-8.2 libsnmp40=5.9.3+dfsg-2+deb12u1 sysstat=12.6.1-1 bwm-ng=0.6.3-2+b1 \
  libsensors5=1:3.6.0-7.1 libncurses6=6.4-4 python3-psutil=5.9.4-1+b1 net-tools=2.10-0.1+deb12u2
lab
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(library_path)
cp -r "$pool/sysstat/usr/lib/sysstat" /usr/lib/
mkdir -p /var/lib/vnstat
# card: v0, new, which knows the other machine.
card() {
  pair v0 v1 02:00:00:00:00:01
  ip link set v0 arp off
  ip addr add 10.0.0.1/24 dev v0
}
# send N: datagrams of 1042 bytes.
send() {
  /usr/bin/python3 -c "
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for _ in range($1): s.sendto(bytes(1000), ('10.0.0.9', 9))"
}
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
card
send 1000
printf '%s\n' 'DatabaseDir "/var/lib/vnstat"' 'PollInterval 2' 'UpdateInterval 4' 'SaveInterval 1' 'DaemonUser ""' 'DaemonGroup ""' >/run/vnstat.conf
"$pool/vnstat/usr/sbin/vnstatd" --config /run/vnstat.conf -n >/run/vnstatd 2>&1 &
timeout 20 sh -c 'until grep -qs Monitoring /run/vnstatd; do sleep 0.1; done' || cannot "vnstatd"
"$pool/ifstat/usr/bin/ifstat" -i v0 2 7 >/run/ifstat 2>&1 &
S_TIME_FORMAT=ISO "$pool/sysstat/usr/bin/sar.sysstat" -n DEV 2 7 >/run/sar 2>&1 &
"$pool/bwm-ng/usr/bin/bwm-ng" -o csv -t 2000 -c 7 -I v0 >/run/bwm 2>&1 &
cat >/run/watch.py <<'P'
import psutil, time
for _ in range(14):
    n = psutil.net_io_counters(pernic=True).get("v0")
    time.sleep(1)
print(n.bytes_sent)
P
PYTHONPATH=$pool/python3-psutil/usr/lib/python3/dist-packages /usr/bin/python3 /run/watch.py >/run/psutil &
sleep 5
send 1000
sleep 3
kill -STOP %5 # else it may look while there is no v0 and begin anew
ip link del v0
card
kill -CONT %5
send 100
wait %2 %3 %4 %5
sleep 4
kill %1
wait %1
expect "ifconfig" "104200" "$("$pool/net-tools/sbin/ifconfig" v0 | sed -n 's/.*TX packets.*bytes \([0-9]*\).*/\1/p')"
expect "sar, packets in all" "about 1100" "$(awk '/^[0-9].* v0 / { n += 2 * $4 } END { print (n > 1050 && n < 1150) ? "about 1100" : n }' /run/sar)"
expect "ifstat, kilobytes a second" "much
ifstat: warning: rollover for interface v0, reinitialising." "$(sed -n 's/.* [45][0-9]*\.[0-9]*$/much/p; /^ifstat/p' /run/ifstat)"
expect "bwm-ng, bytes a second" "above 8e18" "$(awk -F';' '$2 == "v0" && $3 > 1e9 { print ($3 > 8e18 ? "above 8e18" : $3) }' /run/bwm)"
expect "psutil" "2188200" "$(cat /run/psutil)"
# 1042000, and 2^32 - 1 less what v0 had and has.
expect "vnstat, sent in all" "4294029495" "$("$pool/vnstat/usr/bin/vnstat" --config /run/vnstat.conf -i v0 --oneline b | cut -d';' -f14)"
