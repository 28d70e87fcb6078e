#!/bin/sh
# A machine that shows the titles of what the tools read of /proc/net, and the names
# of its counters.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
load
/bin/classicnet ifconfig lo 127.0.0.1
title() { busybox head -n 1 "/proc/net/$1" 2>/dev/null || echo none; }
counters() { busybox sed 's/[ \t]-*[0-9].*//' "/proc/net/$1" | busybox tr -s ' \t' '\n\n' | busybox grep . | busybox uniq; }

run busybox uname -r
while read -r file; do
  run title "$file"
done </files
for file in snmp netstat snmp6; do
  run counters "$file"
done
off
