#!/bin/bash
# dnsmasq on a card that has aliases, v0:1 and v0:web, made by ifconfig.
#
# Guess: interface=v0 stands for all addresses of v0, interface=v0* for v0 and its
# aliases; an alias counts only with bind-interfaces, as the manual says.
# Truth: interface=v0 answers on all of them, with bind-interfaces no more on the
# aliases, though it does on a second address that ip has added. interface=v0:1 is that alias
# alone even without bind-interfaces. And interface=v0* is all aliases and not v0: its *
# stands for at least one letter, so eth0* isn't eth0 either.
# Seen: dnsmasq 2.90 (Debian 12), net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
libraries=(libnetfilter-conntrack3=1.0.9-3 libnfnetlink0=1.0.2-2 libnftables1=1.0.6-2+deb12u2 libnftnl11=1.2.4-2
  libidn2-0=2.3.3-1+b1 libunistring2=1.0-2 libjansson4=2.14-2 libxtables12=1.8.9-2 libdbus-1-3=1.14.10-1~deb12u1)
packages dnsmasq-base=2.90-4~deb12u2 net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1 "${libraries[@]}"
lab
pair v0 v1 02:00:00:00:00:01
ifconfig=$pool/net-tools/sbin/ifconfig
"$ifconfig" v0 10.0.0.1 netmask 255.255.255.0
"$ifconfig" v0:1 10.1.0.1 netmask 255.255.255.0
"$ifconfig" v0:web 10.2.0.1 netmask 255.255.255.0
ip addr add 10.3.0.1/24 dev v0
# answers OPTION ...: the addresses that answer.
answers() {
  local a
  LD_LIBRARY_PATH=$(printf '%s:' "$pool"/lib*/usr/lib/x86_64-linux-gnu "$pool"/lib*/lib/x86_64-linux-gnu) \
    "$pool/dnsmasq-base/usr/sbin/dnsmasq" -d -u root -C /dev/null --no-resolv --no-hosts --address=/x.test/192.0.2.1 "$@" 2>/run/said &
  timeout 20 sh -c 'until grep -qs started /run/said; do sleep 0.1; done' || cannot "dnsmasq, which says $(tail -1 /run/said)"
  for a in 10.0.0.1 10.1.0.1 10.2.0.1 10.3.0.1; do
    timeout 2 "$pool/busybox-static/bin/busybox" nslookup -type=a x.test $a 2>/dev/null | grep -q 192.0.2.1 && echo "$a"
  done
  kill %1
  wait
}
expect "interface=v0" "10.0.0.1
10.1.0.1
10.2.0.1
10.3.0.1" "$(answers --interface=v0)"
expect "interface=v0, bind-interfaces" "10.0.0.1
10.3.0.1" "$(answers --interface=v0 --bind-interfaces)"
expect "interface=v0:1" "10.1.0.1" "$(answers --interface=v0:1)"
expect "interface=v0*" "10.1.0.1
10.2.0.1" "$(answers '--interface=v0*')"
