#!/bin/bash
# The times of a bridge where /sys isn't mounted, as in a chroot or a small container:
# brctl showstp br0
#
# Guess: those that it shows with /sys, 20 seconds, 2 and 15.
# Truth: three of the six aren't. BRCTL_GET_BRIDGE_INFO, which brctl falls back on, tells
# max_age, hello_time and bridge_forward_delay in hundredths of a second, and forward_delay,
# bridge_max_age and bridge_hello_time in the kernel's own ticks: with Debian's 250 a second
# the frames seem to wait for 37.50 seconds. What is set is true all the same: after brctl setfd
# br0 4 one column says 4.00 and the other 10.00. On a kernel of 100 ticks there is no difference.
# Seen: bridge-utils 1.7.1, Linux 6.18 (250 ticks).
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages bridge-utils=1.7.1-1
lab
ip link add br0 type bridge || cannot "bridges"
brctl=$pool/bridge-utils/sbin/brctl

# times: a line each of what holds now and of what this bridge would have as the root.
times() { "$brctl" showstp br0 | sed -En 's/^ (max age|hello time|forward delay)\s+([0-9.]+)\s+bridge .*\s([0-9.]+)$/\1: \2 \3/p'; }

expect "with /sys" "max age: 20.00 20.00
hello time: 2.00 2.00
forward delay: 15.00 15.00" "$(times)"
mount -t tmpfs tmpfs /sys
ticks=$({ zcat /proc/config.gz || cat "/boot/config-$(uname -r)"; } 2>/dev/null | sed -n 's/^CONFIG_HZ=//p')
[ "${ticks:-100}" != 100 ] || cannot "a kernel that is known to have other than 100 ticks a second"
# scaled SECONDS: seconds in ticks, read as hundredths.
scaled() { awk "BEGIN { printf \"%.2f\", $1 * $ticks / 100 }"; }
expect "without /sys, $ticks ticks a second" "max age: 20.00 $(scaled 20)
hello time: 2.00 $(scaled 2)
forward delay: $(scaled 15) 15.00" "$(times)"
"$brctl" setfd br0 4
expect "brctl setfd br0 4" "forward delay: $(scaled 4) 4.00" "$(times | grep forward)"
