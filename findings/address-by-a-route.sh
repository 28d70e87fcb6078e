#!/bin/bash
# A machine whose address is on lo, 10.6.0.1/32, as routing by BGP or OSPF has it; its cards
# send from it (ip route ... src 10.6.0.1): v0 without an address, w0 with one for the wire.
#
# Guess: the addresses that Facter (Puppet's facts) has of a card are the card's.
# Truth: it adds the source of each route that goes by the card: 10.6.0.1 is on lo, on v0 and on
# w0, with a netmask on lo alone; a fact about "the cards with 10.6.0.1" has three, and v0's
# ip is an address that ifconfig and ip don't have there. psutil and node have lo alone.
# Seen: facter 4.3.0, ruby 3.1.2, psutil 5.9.4, net-tools 2.10-0.1+deb12u2 (Debian 12), Node 20.20,
# iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages facter=4.3.0-2 ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-hocon=1.3.1-2 ruby-thor=1.2.1-2 \
  python3-psutil=5.9.4-1+b1 net-tools=2.10-0.1+deb12u2
need_node
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.6.0.1/32 dev lo
ip addr add 10.7.0.1/24 dev w0
ip route add default via 10.5.0.9 dev v0 onlink src 10.6.0.1
ip route add 10.8.0.0/16 via 10.7.0.9 src 10.6.0.1
# facter: its JSON of the cards.
facter() {
  local ruby=$pool/libruby3.1/usr/lib/ruby gems=usr/share/rubygems-integration/all/gems native=usr/lib/x86_64-linux-gnu
  LD_LIBRARY_PATH=$pool/libruby3.1/$native LC_ALL=C.UTF-8 \
    RUBYLIB=$ruby/3.1.0:$pool/libruby3.1/$native/ruby/3.1.0:$ruby/vendor_ruby:$pool/facter/usr/lib/ruby/vendor_ruby:$pool/ruby-hocon/$gems/hocon-1.3.1/lib:$pool/ruby-thor/$gems/thor-1.2.1/lib \
    "$pool/ruby3.1/usr/bin/ruby3.1" --disable-gems "$pool/facter/usr/bin/facter" --json networking.interfaces 2>/run/said
}
facter >/run/facts || cannot "facter with the libraries that it needs"
expect "facter, address and netmask" "lo 10.6.0.1 255.255.255.255
lo 127.0.0.1 255.0.0.0
v0 10.6.0.1 None
w0 10.6.0.1 None
w0 10.7.0.1 255.255.255.0" "$(python '
import json
for card, facts in json.load(open("/run/facts"))["networking.interfaces"].items():
    for b in facts.get("bindings", []): print(card, b["address"], b.get("netmask"))' | sort)"
expect "facter, the ip of v0" "10.6.0.1" "$(python 'import json; print(json.load(open("/run/facts"))["networking.interfaces"]["v0"]["ip"])')"
expect "ifconfig" "lo 127.0.0.1
w0 10.7.0.1" "$("$pool/net-tools/sbin/ifconfig" | awk '/^[a-z]/ { card = $1 } /inet / { sub(":", "", card); print card, $2 }')"
expect "psutil" "lo 10.6.0.1
lo 127.0.0.1
w0 10.7.0.1" "$(python '
import psutil
for card, l in psutil.net_if_addrs().items():
    for a in l:
        if a.family == 2: print(card, a.address)' | sort)"
expect "Node" "lo 10.6.0.1
lo 127.0.0.1
w0 10.7.0.1" "$(node -p 'Object.entries(require("os").networkInterfaces()).flatMap(([n, l]) => l.filter(a => a.family == "IPv4").map(a => n + " " + a.address)).join("\n")' | sort)"
