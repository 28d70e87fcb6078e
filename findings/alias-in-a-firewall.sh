#!/bin/bash
# A firewall's rule for an alias, v0:1, made by ifconfig: "drop what comes in by it".
#
# Guess: it drops what is sent to the alias's address, or is refused as no card's name.
# Truth: iptables, nft's iifname, ipset's hash:net,iface and ip rule take it and it never matches:
# packets come by v0. With a default of accept the alias is open, with drop it is shut. Only nft's iif
# ("Interface does not exist") and ufw refuse it; ufw says why.
# Seen: iptables 1.8.9, nftables 1.0.6, ipset 7.17, ufw 0.36.2, iproute2 6.1.0-3,
# net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iptables=1.8.9-2 libxtables12=1.8.9-2 libnftnl11=1.2.4-2 libmnl0=1.0.4-3 nftables=1.0.6-2+deb12u2 \
  libnftables1=1.0.6-2+deb12u2 libjansson4=2.14-2 libedit2=3.1-20221030-2 libbsd0=0.11.7-2 ipset=7.17-1 libipset13=7.17-1 \
  libgmp10=2:6.2.1+dfsg1-1.1 ufw=0.36.2-1 iproute2=6.1.0-3 \
  net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
bb=$pool/busybox-static/bin/busybox
run() {
  LD_LIBRARY_PATH=$(printf '%s:' "$pool"/lib*/usr/lib/x86_64-linux-gnu "$pool"/lib*/lib/x86_64-linux-gnu) \
    XTABLES_LIBDIR=$pool/iptables/usr/lib/x86_64-linux-gnu/xtables "$@" 2>&1
}
nft() { run "$pool/nftables/usr/sbin/nft" "$@"; }
iptables() { run "$pool/iptables/usr/sbin/xtables-nft-multi" iptables "$@"; }
# The other end of the cable, in a namespace of its own.
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns "$far"
nsenter -t "$far" -n sh -c 'ip link set v1 up; ip addr add 10.0.0.2/24 dev v1; ip addr add 10.1.0.2/24 dev v1'
"$pool/net-tools/sbin/ifconfig" v0 10.0.0.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" v0:1 10.1.0.1 netmask 255.255.255.0
nft 'add table ip t; add chain ip t c { type filter hook input priority 0; }' || cannot "nf_tables"
expect "iptables" "status 0" "$(iptables -A INPUT -i v0:1 -j DROP; echo "status $?")"
expect "nft iifname" "status 0" "$(nft 'add rule ip t c iifname "v0:1" counter drop'; echo "status $?")"
expect "nft iif" "Error: Interface does not exist" "$(nft 'add rule ip t c iif "v0:1" counter drop' | head -1)"
expect "ip rule" "status 0" "$("$pool/iproute2/bin/ip" rule add iif v0:1 lookup 7; echo "status $?")"
expect "ufw" "Bad interface name: can't use interface aliases" "$(python "
import builtins
builtins._ = str
import ufw.parser
p = ufw.parser.UFWParser()
p.register_command(ufw.parser.UFWCommandRule('deny'))
try:
    p.parse_command('deny in on v0:1 to any port 22'.split())
except Exception as e:
    print(e.value)")"
expect "what the alias answers" "1 packets received" "$(nsenter -t "$far" -n "$bb" ping -c 1 -W 2 10.1.0.1 | grep -o '1 packets received')"
expect "what the rules have dropped" "0
counter packets 0" "$(iptables -nvxL INPUT | awk '/DROP/ { print $1 }'
  nft list chain ip t c | grep -o 'counter packets [0-9]*')"
nft 'add rule ip t c iifname "v0" ip daddr 10.1.0.1 counter drop'
expect "with the card and the address" "0 packets received" "$(nsenter -t "$far" -n "$bb" ping -c 1 -W 1 10.1.0.1 | grep -o '0 packets received')"
if said=$(run "$pool/ipset/usr/sbin/ipset" create s hash:net,iface); then
  expect "ipset" "10.1.0.0/24,v0:1" "$(run "$pool/ipset/usr/sbin/ipset" add s 10.1.0.0/24,v0:1
    run "$pool/ipset/usr/sbin/ipset" list s | tail -1)"
else
  echo "no ipset here: $said"
fi
