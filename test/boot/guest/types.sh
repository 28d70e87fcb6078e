#!/bin/sh
# Makes links of all types, and compares their listings: as they are, then with
# addresses and up.
# shellcheck source=/dev/null
. /lib/pairs.sh

while read -r line; do
  # shellcheck disable=SC2086
  /bin/$line || echo "fails: $line"
done </lines
run busybox uname -r
run busybox grep . /sys/class/net/*/addr_len
listings
n=0
for path in /sys/class/net/*; do
  [ -d "$path" ] || continue # a file of bonds
  n=$((n + 1))
  # Some take no address, some can't be up alone.
  ifconfig "${path##*/}" "10.$n.0.1" netmask 255.255.0.0 2>/dev/null || ifconfig "${path##*/}" up 2>/dev/null || true
done
busybox sleep 2
listings
for path in /sys/class/net/*; do
  [ ! -d "$path" ] || one "${path##*/}"
done
off
