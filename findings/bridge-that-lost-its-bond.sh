#!/bin/bash
# One interfaces file with a bridge over a VLAN over a bond: br0, bond0.10, bond0. The
# bond is taken down and up again: ifdown bond0; ifup bond0
#
# Guess: ifdown refuses while the bridge stands on it, or the bridge has its port again
# when the bond is back.
# Truth: the hook of ifenslave deletes the bond, the kernel the VLAN with it, and both
# commands end with 0. It was the bridge's hook that had made the VLAN, so nobody makes
# it anew: br0 is up, has its address, no port, and to ifup it is "already configured".
# `ifdown br0; ifup br0` mends it.
# Seen: ifupdown 0.8.41, ifenslave 2.13, vlan 2.0.5, bridge-utils 1.7.1 (Debian 12),
# Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" ifupdown=0.8.41 ifenslave=2.13 vlan=2.0.5 bridge-utils=1.7.1-1
guest
hooks ifenslave vlan bridge-utils
pair e0 f0 02:00:00:00:00:01
pair e1 f1 02:00:00:00:00:02
cat >/etc/network/interfaces <<'FILE'
auto bond0
iface bond0 inet manual
  bond-slaves e0 e1
  bond-mode active-backup
  bond-miimon 100

auto br0
iface br0 inet static
  address 10.0.0.1/24
  bridge_ports bond0.10
  bridge_maxwait 0
FILE
# does COMMAND ...: its status, what it says of br0, then what there is.
does() {
  "$@" >/run/said 2>&1
  echo "status $?"
  grep -o 'br0 already configured' /run/said
  for n in bond0 bond0.10 br0; do [ ! -e /sys/class/net/$n ] || echo "$n"; done
  [ ! -e /sys/class/net/br0 ] || echo "port $(ls /sys/class/net/br0/brif)" "$(ip -4 -o addr show br0 | awk '{ print $4 }')"
}
expect "ifup -a" "status 0
bond0
bond0.10
br0
port bond0.10 10.0.0.1/24" "$(does ifup -a)"
expect "ifdown bond0" "status 0
br0
port  10.0.0.1/24" "$(does ifdown bond0)"
expect "ifup bond0" "status 0
bond0
br0
port  10.0.0.1/24" "$(does ifup bond0)"
expect "ifup br0" "status 0
br0 already configured
bond0
br0
port  10.0.0.1/24" "$(does ifup br0)"
does ifdown br0 >/dev/null
expect "ifdown br0; ifup br0" "status 0
bond0
bond0.10
br0
port bond0.10 10.0.0.1/24" "$(does ifup br0)"
