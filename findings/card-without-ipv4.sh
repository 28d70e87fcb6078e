#!/bin/bash
# A machine with IPv4 and an alias on v0, IPv6 alone on w0; then it gives up IPv4 altogether.
#
# Guess: a list of the cards' hardware addresses has each card once, and a UUID made of the
# time and the machine (uuidgen -t) ends in one of them.
# Truth: who asks the kernel by SIOCGIFCONF hears of IPv4 addresses: Zabbix' inventory
# (system.hw.macaddr) has v0 twice, by its alias, and w0 never. uuidgen takes v0's address
# while it has IPv4, and without it another machine's number every time, up and connected as
# the cards are. Perl's IO::Interface lists both cards, and the alias as a third.
# Seen: zabbix-agent 6.0.14, uuid-runtime 2.38.1, libio-interface-perl 1.09, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages zabbix-agent=1:6.0.14+dfsg-1+b1 libmodbus5=3.1.6-2.1+deb12u1 uuid-runtime=2.38.1-5+deb12u3 libuuid1=2.38.1-5+deb12u3 \
  libio-interface-perl=1.09-2+b2 net-tools=2.10-0.1+deb12u2
/usr/bin/perl -e 'exit($] < 5.036 || $] >= 5.037)' || cannot "perl 5.36, which the module is made for"
lab
lib=/usr/lib/x86_64-linux-gnu
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip link set v1 address 02:00:00:00:00:03
ip link set w1 address 02:00:00:00:00:04
ip addr add 10.0.0.1/24 dev v0
"$pool/net-tools/sbin/ifconfig" v0:1 10.0.0.2 netmask 255.255.255.0
ip addr add 2001:db8::1/64 dev w0 nodad
printf 'Hostname=here\nServer=127.0.0.1\nLogType=console\n' >/run/zabbix.conf
zabbix() { LD_LIBRARY_PATH=$pool/libmodbus5$lib "$pool/zabbix-agent/usr/sbin/zabbix_agentd" -c /run/zabbix.conf -t system.hw.macaddr 2>/run/said; }
zabbix >/run/first || cannot "a Zabbix agent with the libraries that it needs"
# node: the last field of three UUIDs.
node() { for _ in 1 2 3; do LD_LIBRARY_PATH=$pool/libuuid1$lib "$pool/uuid-runtime/usr/bin/uuidgen" -t; done | sed 's/.*-//' | sort -u; }
expect "Zabbix" "[v0] 02:00:00:00:00:01, [v0:1] 02:00:00:00:00:01" "$(zabbix | sed 's/.*|//; s/]$//')"
expect "IO::Interface" "lo 00:00:00:00:00:00
v0 02:00:00:00:00:01
v0:1 02:00:00:00:00:01
v1 02:00:00:00:00:03
w0 02:00:00:00:00:02
w1 02:00:00:00:00:04" "$(PERL5LIB=$pool/libio-interface-perl$lib/perl5/5.36 /usr/bin/perl -MIO::Interface::Simple -e '
print "$_ ", $_->hwaddr, "\n" for IO::Interface::Simple->interfaces' | sort)"
expect "uuidgen" 020000000001 "$(node)"
ip -4 addr flush dev v0
expect "Zabbix, without IPv4" "" "$(zabbix | sed 's/.*|//; s/]$//')"
expect "uuidgen, without IPv4" "3 nodes, none of a card" "$(node | grep -vc ^0200000000) nodes, none of a card"
