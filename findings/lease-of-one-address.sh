#!/bin/bash
# The lease of a cloud's machine: a netmask of 255.255.255.255 and a router elsewhere.
#
# Guess: what comes up with it by any client comes up with Debian's initramfs, too.
# Truth: klibc's ipconfig can't make the route (it says so), calls v0 complete and ends
# with 0: a machine whose root is on the network waits for a server that it has no
# route to. The others make an onlink route or a host route to the router.
# Seen: busybox udhcpc 1.35.0 with Debian's script, isc-dhcp-client 4.4.3-P1, dhcpcd
# 9.4.1, klibc 2.0.12, systemd 252.39, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${clients[@]}" "${klibc[@]}" "${networkd[@]}"
lab
before() { ip route flush dev v0; }
serve "option lease 600
option subnet 255.255.255.255
option router 192.0.2.1"
expect "the address and the default route of v0" "udhcpc
  10.0.0.13/32
  default via 192.0.2.1 dev v0 onlink
dhclient
  10.0.0.13/32
  default via 192.0.2.1 dev v0
dhcpcd
  10.0.0.13/32
  default via 192.0.2.1 dev v0
networkd
  10.0.0.13/32
  default via 192.0.2.1 dev v0
klibc
  10.0.0.13/32" "$(leases udhcpc dhclient dhcpcd networkd klibc | grep -v mtu)"
"$pool/klibc-utils/usr/lib/klibc/bin/ipconfig" -t 10 :::::v0:dhcp >/run/said 2>&1
expect "ipconfig's status and word" "0
failed to set routes
complete" "$(echo $?; grep -o 'failed to set routes\|complete' /run/said)"
