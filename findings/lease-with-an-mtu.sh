#!/bin/bash
# A DHCP lease with an MTU (option 26) of 1400.
#
# Guess: the interface has it, and ifconfig shows MTU:1400.
# Truth: udhcpc's and dhclient's scripts set the interface's. dhcpcd leaves it at
# 1500 and writes 1400 to each of its routes: ifconfig, and ip link, show 1500.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}"
lab
serve "option lease 600
option subnet 255.255.255.0
option mtu 1400"
expect "the address and the MTU of v0" "udhcpc
  10.0.0.13/24
  mtu 1400
dhclient
  10.0.0.13/24
  mtu 1400
dhcpcd
  10.0.0.13/24
  mtu 1500" "$(leases)"
