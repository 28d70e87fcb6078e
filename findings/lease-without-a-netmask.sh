#!/bin/bash
# A DHCP lease without the option subnet mask, of an address in 10.0.0.0/8.
#
# Guess: the clients agree, on the class' mask or on a host's.
# Truth: udhcpc's script and dhcpcd take the class' /8, dhclient's script /32: on the
# one all of 10.0.0.0/8 is on the wire, on the other nothing is.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}"
lab
serve "option lease 600"
expect "the address of v0" "udhcpc
  10.0.0.13/8
  mtu 1500
dhclient
  10.0.0.13/32
  mtu 1500
dhcpcd
  10.0.0.13/8
  mtu 1500" "$(leases)"
