#!/bin/bash
# ip -j with a filter, as scripts have it: how many cards are up, which addresses are of
# this network, which have this label.
#
# Guess: the list has what the same command prints without -j.
# Truth: what the filter leaves out stands there as an empty object, of a link and of an
# address: `ip -j link show up | jq length` counts the cards that are down, and
# addr_info[0].local is null. By label not even the card's name is there. The filter type
# leaves no hole.
# Seen: iproute2 6.1.0-3, Python 3.11, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3
lab
ip=$pool/iproute2/bin/ip
pair v0 v1 02:00:00:00:00:01
ip link set v1 down
ip addr add 10.0.0.1/24 dev v0
ip addr add 172.16.0.1/16 dev v0
ip addr add 10.0.0.2/24 dev v0 label v0:1
# json WORDS: each link's name and addresses of ip -j.
json() {
  # shellcheck disable=SC2086 # words
  $ip -j $1 | python '
import json, sys
for link in json.load(sys.stdin):
    print(link.get("ifname"), *[a.get("local") for a in link.get("addr_info", ())])'
}
expect "link show up" "lo
v0" "$($ip -br link show up | sed 's/[ @].*//' | sort)"
expect "link show up, -j" "None
lo
v0" "$(json "link show up" | sort)"
expect "link show type veth, -j" "v0
v1" "$(json "link show type veth" | sort)"
expect "addr show to" "10.0.0.1/24 10.0.0.2/24" "$($ip -o addr show to 10.0.0.0/24 | awk '{ print $4 }' | paste -sd' ')"
expect "addr show to, -j" "v0 10.0.0.1 None 10.0.0.2" "$(json "addr show to 10.0.0.0/24")"
expect "addr show label" "10.0.0.2/24" "$($ip -4 -o addr show label v0:1 | awk '{ print $4 }')"
expect "addr show label, -j" "None None None 10.0.0.2" "$(json "-4 addr show label v0:1" | grep 10)"
expect "addr show to, -br -j" "v0 10.0.0.1 None 10.0.0.2" "$(json "-br addr show to 10.0.0.0/24" | grep v0)"
