#!/bin/bash
# A DHCP server for the second network of a cable: 10.6.0.1 beside v0's 10.0.0.1, set by ifconfig (v0:1)
# or by ip (without a label); dhcpd.conf has a subnet for it.
#
# Guess: both are the same, an address of v0, and a client of this cable gets a lease.
# Truth: dhcpd goes by labels. By ifconfig it finds no subnet for v0 and ends; told v0:1 it serves
# 10.6.0.0/24. By ip it serves it as v0's. With subnets for both addresses in the file it is the other
# way round: by ifconfig it serves the first and doesn't speak of the second; by ip it
# ends: "Interface v0 matches multiple shared networks".
# Seen: isc-dhcp-server 4.4.3-P1, net-tools 2.10-0.1+deb12u2, busybox 1.35.0, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages isc-dhcp-server=4.4.3-P1-2 net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
another
pair v0 v1 02:00:00:00:00:01
ip link set v1 netns $far
nsenter -t $far -n ip link set v1 up
mkdir -p /var/lib/dhcp
touch /var/lib/dhcp/leases
# serve CARD NETWORK ...: what dhcpd says with a subnet for each network, and the network of a
# client's lease.
serve() {
  local card=$1 n
  shift
  rm -f /run/said
  for n; do echo "subnet $n.0 netmask 255.255.255.0 { range $n.10 $n.20; }"; done >/run/dhcpd.conf
  "$pool/isc-dhcp-server/usr/sbin/dhcpd" -4 -f -d -cf /run/dhcpd.conf -lf /var/lib/dhcp/leases -pf /run/dhcpd.pid "$card" >/run/said 2>&1 &
  timeout 10 sh -c 'until grep -qs "Server starting\|^exiting" /run/said; do sleep 0.1; done' || cannot "dhcpd"
  grep -oE '^Listening.*|^No subnet.*|^Interface.*multiple shared.*' /run/said
  if kill -0 $! 2>/run/none; then
    nsenter -t $far -n "$pool/busybox-static/bin/busybox" udhcpc -n -q -t 3 -i v1 -s /bin/true 2>&1 | grep -o 'lease of 10\.[0-9]*\.0'
    kill $!
  fi
  wait $!
}
"$pool/net-tools/sbin/ifconfig" v0 10.0.0.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" v0:1 10.6.0.1 netmask 255.255.255.0
expect "ifconfig, the second's subnet" "No subnet declaration for v0 (10.0.0.1)." "$(serve v0 10.6.0)"
expect "ifconfig, dhcpd v0:1" "Listening on LPF/v0:1/02:00:00:00:00:01/10.6.0.0/24
lease of 10.6.0" "$(serve v0:1 10.6.0)"
expect "ifconfig, both subnets" "Listening on LPF/v0/02:00:00:00:00:01/10.0.0.0/24
lease of 10.0.0" "$(serve v0 10.0.0 10.6.0)"
ip addr del 10.6.0.1/24 dev v0
ip addr add 10.6.0.1/24 dev v0
expect "ip, the second's subnet" "Listening on LPF/v0/02:00:00:00:00:01/10.6.0.0/24
lease of 10.6.0" "$(serve v0 10.6.0)"
expect "ip, both subnets" "Interface v0 matches multiple shared networks" "$(serve v0 10.0.0 10.6.0)"
