#!/bin/bash
# A tap device with several queues, as virtual machines have them:
# ip tuntap add dev tap0 mode tap multi_queue
#
# Guess: `ip tuntap del dev tap0 mode tap` and `tunctl -d tap0` delete it.
# Truth: both say Invalid argument: to delete one they must first open it, and it opens
# only for who says multi_queue again. `ip link del tap0` asks nothing of the kind.
# Seen: iproute2 6.1.0-3, uml-utilities 20070815.4-1 (tunctl), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 uml-utilities=20070815.4-1
lab
ip=$pool/iproute2/bin/ip
$ip tuntap add dev tap0 mode tap multi_queue || cannot "tap devices"
expect "ip tuntap del" "ioctl(TUNSETIFF): Invalid argument
status 1" "$($ip tuntap del dev tap0 mode tap 2>&1; echo "status $?")"
expect "tunctl -d" "TUNSETIFF: Invalid argument
status 1" "$("$pool/uml-utilities/usr/bin/tunctl" -d tap0 2>&1; echo "status $?")"
expect "ip tuntap del ... multi_queue" "status 0" "$($ip tuntap del dev tap0 mode tap multi_queue 2>&1; echo "status $?")"
$ip tuntap add dev tap0 mode tap multi_queue
expect "ip link del" "status 0" "$($ip link del tap0 2>&1; echo "status $?")"
