#!/bin/bash
# Tunnels: g1 (GRE) and t1 (IPIP) from 10.0.0.1 to two other machines, g6 over IPv6. The kernel gives
# their own end as a hardware address, of 4 bytes and of 16.
#
# Guess: what says "MAC address" has none for a tunnel, and one that it says is the card's own.
# Truth: Node, psutil and Perl's IO::Interface make six bytes of it: g1 and t1 both have the MAC
# 0a:00:00:01:00:00, g6 has the first six of its 16 bytes in Node and IO::Interface, all
# in psutil. ifconfig of net-tools and of busybox print 16 bytes as UNSPEC, of which
# the kernel has given 4: what follows changes with the program and the way it is called,
# so who remembers it finds another machine the next time. netifaces has the bytes that there are.
# Seen: Node 20.20, psutil 5.9.4, netifaces 0.11.0, libio-interface-perl 1.09, net-tools
# 2.10-0.1+deb12u2, busybox 1.35.0 (Debian 12), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 python3-psutil=5.9.4-1+b1 python3-netifaces=0.11.0-2+b1 libio-interface-perl=1.09-2+b2
need_node
/usr/bin/perl -e 'exit($] < 5.036 || $] >= 5.037)' || cannot "perl 5.36, which the module is made for"
guest
ip link add g1 type gre local 10.0.0.1 remote 192.0.2.1 key 7 || cannot "gre"
ip link add t1 type ipip local 10.0.0.1 remote 192.0.2.2 || cannot "ipip"
ip link add g6 type ip6gre local 2001:db8::1 remote 2001:db8::2 || cannot "ip6gre"
n=0
for d in g1 t1 g6; do
  ip link set $d up
  ip addr add 10.9.0.$((n += 4))/30 dev $d
done
six="g1 0a:00:00:01:00:00
g6 20:01:0d:b8:00:00
t1 0a:00:00:01:00:00"
ours() { grep -E '^(g1|g6|t1) ' | sort; }
expect "the kernel" "g1 0a:00:00:01
g6 20:01:0d:b8:00:00:00:00:00:00:00:00:00:00:00:01
t1 0a:00:00:01" "$(for d in g1 t1 g6; do echo "$d $(cat /sys/class/net/$d/address)"; done | sort)"
expect "Node" "$six" "$(node -p 'Object.entries(require("os").networkInterfaces()).map(([n, a]) => n + " " + a[0].mac).join("\n")' | ours)"
expect "IO::Interface" "$six" "$(PERL5LIB=$pool/libio-interface-perl/usr/lib/x86_64-linux-gnu/perl5/5.36 /usr/bin/perl -MIO::Interface::Simple -e '
print "$_ ", $_->hwaddr, "\n" for IO::Interface::Simple->interfaces' | ours)"
expect "psutil" "g1 0a:00:00:01:00:00
g6 20:01:0d:b8:00:00:00:00:00:00:00:00:00:00:00:01
t1 0a:00:00:01:00:00" "$(python 'import psutil
for n, l in psutil.net_if_addrs().items():
    for a in l:
        if a.family == psutil.AF_LINK: print(n, a.address)' | ours)"
expect "netifaces" "0a:00:00:01" "$(python 'import netifaces; print(netifaces.ifaddresses("g1")[netifaces.AF_LINK][0]["addr"])')"
# Four ways to ask for g1, by its name and among all.
ifconfigs() {
  local program
  for program in "$pool/net-tools/sbin/ifconfig" "$pool/busybox-static/bin/busybox ifconfig"; do
    $program g1
    $program -a | sed -n '/^g1/,/^$/p'
  done | grep -oiE '(unspec |HWaddr )[0-9A-F-]{47}' | sed 's/.* //'
}
expect "ifconfig, the first four bytes and the rest" "0A-00-00-01 4 of them differ" \
  "$(ifconfigs | cut -c1-11 | sort -u) $(ifconfigs | sort -u | wc -l) of them differ"
