#!/bin/sh
# The tutorial's flow, in a network namespace that ends with it:
#
#     unshare -rn examples/tutorial.sh
#
# A card eth1 with 192.168.1.1 gets the alias eth1:0 with 192.168.0.1; then
# interfaces and routes are shown. CLASSICNET_BIN names a folder with ifconfig
# and route; without it they are built.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${CLASSICNET_BIN:-}" ]; then
  CLASSICNET_BIN=$(mktemp -d)
  trap 'rm -r "$CLASSICNET_BIN"' EXIT
  trap 'exit 1' HUP INT TERM
  go build -o "$CLASSICNET_BIN" ./cmd/ifconfig ./cmd/route
fi
PATH=$CLASSICNET_BIN:$PATH
# The tutorial's screen, whatever this machine's listings look like.
export CLASSICNET_DIALECT=classic

# The card: one end of a veth pair whose other end, the cable's far side, is in
# a namespace of its own. Without IPv6, as in the tutorial.
for conf in all default; do
  echo 1 >"/proc/sys/net/ipv6/conf/$conf/disable_ipv6"
done
unshare -n sleep 60 &
far=$!
while [ "$(readlink /proc/self/ns/net)" = "$(readlink "/proc/$far/ns/net")" ]; do sleep 0.01; done
ip link set lo up
ip link add name eth1 address 00:0d:61:0b:d9:a0 type veth peer name far netns "$far"
nsenter -t "$far" -n sh -c 'echo 1 >/proc/sys/net/ipv6/conf/far/disable_ipv6; ip link set far up'

ifconfig eth1 192.168.1.1
# The kernel notices a moment later that the cable has a far side.
until ip link show dev eth1 | grep -q 'state UP'; do sleep 0.01; done
ifconfig eth1:0 192.168.0.1
ifconfig
route -en

kill "$far"
