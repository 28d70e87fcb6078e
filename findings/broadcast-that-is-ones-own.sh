#!/bin/bash
# The broadcast address of 10.0.0.1/24, added without one (ip addr add 10.0.0.1/24 dev v0),
# as most of today's programs add it.
#
# Guess: a library says 10.0.0.255, which the kernel uses, or none.
# Truth: getifaddrs(3) says 10.0.0.1, the address itself, and psutil, netifaces, Erlang and
# PHP hand that on: who announces himself to the network by it talks to himself. ifconfig
# and Perl's IO::Interface, by ioctls, have 0.0.0.0. Added with `brd +`, or by
# ifconfig, it is 10.0.0.255 for all.
# Seen: glibc 2.36, psutil 5.9.4, netifaces 0.11.0, erlang-base 25.2.3, php 8.2.36,
# libio-interface-perl 1.09, net-tools 2.10-0.1+deb12u2 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-psutil=5.9.4-1+b1 python3-netifaces=0.11.0-2+b1 erlang-base=1:25.2.3+dfsg-1+deb12u4 \
  php8.2-cli=8.2.36-1~deb12u1 libargon2-1=0~20171227-0.3+deb12u1 libsodium23=1.0.18-1+deb12u1 libonig5=6.9.8-1 libxml2=2.9.14+dfsg-1.3~deb12u6 \
  libio-interface-perl=1.09-2+b2 net-tools=2.10-0.1+deb12u2
/usr/bin/perl -e 'exit($] < 5.036 || $] >= 5.037)' || cannot "perl 5.36, which the module is made for"
lab
pair v0 v1 02:00:00:00:00:01
sed "s,/usr/lib/erlang,$pool/erlang-base/usr/lib/erlang," "$pool/erlang-base/usr/lib/erlang/bin/erl" >/run/erl
libraries=$(printf '%s:' "$pool"/*/usr/lib/x86_64-linux-gnu)
# broadcast: what each says: ifconfig, IO::Interface, psutil, netifaces, PHP, Erlang.
broadcast() {
  "$pool/net-tools/sbin/ifconfig" v0 | sed -n 's/.*broadcast //p'
  PERL5LIB=$pool/libio-interface-perl/usr/lib/x86_64-linux-gnu/perl5/5.36 /usr/bin/perl -MIO::Socket -MIO::Interface -e \
    'print IO::Socket::INET->new(Proto => "udp")->if_broadcast("v0"), "\n"'
  python 'import psutil, netifaces
print(*[a.broadcast for a in psutil.net_if_addrs()["v0"] if a.family == 2])
print(netifaces.ifaddresses("v0")[2][0]["broadcast"])'
  LD_LIBRARY_PATH=$libraries "$pool/php8.2-cli/usr/bin/php8.2" -n -r 'echo net_get_interfaces()["v0"]["unicast"][1]["broadcast"], "\n";'
  (cd / && HOME=/run sh /run/erl -noshell -eval '{ok, L} = inet:getifaddrs(),
    io:format("~s~n", [inet:ntoa(proplists:get_value(broadaddr, proplists:get_value("v0", L)))]), halt().' 2>/run/said)
}
ip addr add 10.0.0.1/24 brd + dev v0
expect "with brd +" "$(printf '10.0.0.255\n%.0s' 1 2 3 4 5 6)" "$(broadcast)"
ip addr flush dev v0
ip addr add 10.0.0.1/24 dev v0
expect "without" "0.0.0.0
0.0.0.0
10.0.0.1
10.0.0.1
10.0.0.1
10.0.0.1" "$(broadcast)"
expect "the kernel's own" "10.0.0.255" "$(ip route show table local type broadcast dev v0 | awk '{ print $2 }')"
