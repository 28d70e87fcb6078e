#!/bin/bash
# A machine that was there and is switched off: it answers no more, and the kernel has
# given it up (ip neigh: FAILED).
#
# Guess: it has no hardware address any more: arp says (incomplete), and a library none.
# Truth: the kernel keeps it and hands it out with flags of 0, in /proc/net/arp and to
# SIOCGARP; only who looks at the flags knows. net-tools and busybox do. Perl's Net::ARP
# gives the dead machine's address as before, and 00:00:00:00:00:00 for one that never
# was; a watchdog that asks it never misses anybody. jc's table has the old address, and
# node_exporter counts both as entries. Netlink hides it: ip has no lladdr.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, libnet-arp-perl 1.0.12-1+b1, jc 1.22.5,
# prometheus-node-exporter 1.5.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 libnet-arp-perl=1.0.12-1+b1 jc=1.22.5-1 \
  prometheus-node-exporter=1.5.0-1+b6
/usr/bin/perl -e 'exit($] < 5.036 || $] >= 5.037)' || cannot "perl 5.36, which the module is made for"
lab
another
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip link set v1 netns $far
nsenter -t $far -n sh -c "ip link set v1 address 02:00:00:00:00:09 up; ip addr add 10.0.0.9/24 dev v1"
sysctl -qw net.ipv4.neigh.v0.delay_first_probe_time=1 net.ipv4.neigh.v0.retrans_time_ms=200
# send ADDRESS: a datagram, for which the kernel has to know the neighbour.
send() { echo >"/dev/udp/$1/9"; }
# neighbour ADDRESS STATE: waits for it.
neighbour() { timeout 20 sh -c "until ip neigh show $1 | grep -q $2; do sleep 0.1; done" || cannot "a neighbour that is $2"; }
perl_says() {
  PERL5LIB=$pool/libnet-arp-perl/usr/lib/x86_64-linux-gnu/perl5/5.36 /usr/bin/perl -MNet::ARP -e \
    "print Net::ARP::arp_lookup('v0', '$1')"
}
send 10.0.0.9
neighbour 10.0.0.9 REACHABLE
expect "Net::ARP, alive" "02:00:00:00:00:09" "$(perl_says 10.0.0.9)"
nsenter -t $far -n sh -c "ip link set v1 arp off; ip addr flush dev v1"
ip neigh change 10.0.0.9 dev v0 nud stale
send 10.0.0.9
send 10.0.0.77
neighbour 10.0.0.9 FAILED
neighbour 10.0.0.77 FAILED
expect "ip" "10.0.0.77 dev v0 FAILED
10.0.0.9 dev v0 FAILED" "$(ip neigh | sed 's/ *$//' | sort)"
expect "/proc/net/arp" "10.0.0.77 0x0 00:00:00:00:00:00
10.0.0.9 0x0 02:00:00:00:00:09" "$(awk '/^10/ { print $1, $3, $4 }' /proc/net/arp | sort)"
expect "net-tools" "? (10.0.0.9) at <incomplete> on v0" "$("$pool/net-tools/usr/sbin/arp" -an 10.0.0.9)"
expect "busybox" "? (10.0.0.9) at <incomplete>  on v0" "$("$pool/busybox-static/bin/busybox" arp -an | grep '0\.9)')"
expect "Net::ARP, dead" "02:00:00:00:00:09" "$(perl_says 10.0.0.9)"
expect "Net::ARP, never there" "00:00:00:00:00:00" "$(perl_says 10.0.0.77)"
expect "jc" "02:00:00:00:00:09" "$(python '
import jc
for r in jc.parse("proc_net_arp", open("/proc/net/arp").read()):
    if r["IP_address"] == "10.0.0.9": print(r["HW_address"])')"
"$pool/prometheus-node-exporter/usr/bin/prometheus-node-exporter" --collector.disable-defaults --collector.arp \
  --web.listen-address=127.0.0.1:9100 2>/run/said &
metrics() { python 'import urllib.request as u; print(u.urlopen("http://127.0.0.1:9100/metrics").read().decode())' 2>/run/said; }
timeout 20 sh -c 'until grep -qs :238C /proc/net/tcp; do sleep 0.1; done' || cannot "node_exporter"
expect "node_exporter" 'node_arp_entries{device="v0"} 2' "$(metrics | grep ^node_arp_entries)"
