#!/bin/bash
# `netplan migrate` (a command that netplan has for tests, and that guides for the way from ifupdown
# name: ENABLE_TEST_COMMANDS=1 netplan migrate) on stanzas: a second one for a card that has one, an
# alias, a VLAN by its name alone, accept_ra 0.
#
# Guess: what it can't say in netplan's words it refuses, as it does an up command or a bridge.
# Truth: it says "migration complete", status 0, and moves the file aside. Of v0's two stanzas of one
# family the last has all: the first's address and the default route are gone. v0:1 and v0.10 become
# Ethernet cards of these names, which never come. accept_ra is a word that netplan doesn't
# know (accept-ra): it refuses the whole file that it has written, and no card has a network.
# Seen: netplan 0.106, ifupdown 0.8.41, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages netplan.io=0.106-2+deb12u1 libnetplan0=0.106-2+deb12u1 python3-yaml=6.0-3+b2 python3-netifaces=0.11.0-2+b1 \
  python3-dbus=1.3.2-4+b1 python3-rich=13.3.1-1 libglib2.0-0=2.74.6-2+deb12u9 libdbus-1-3=1.14.10-1~deb12u1 ifupdown=0.8.41
lab
pair v0 v1 02:00:00:00:00:01
mkdir -p /etc/netplan /run/systemd
# migrate: netplan's own tool, by the library of its package.
migrate() {
  ENABLE_TEST_COMMANDS=1 LD_LIBRARY_PATH=$(library_path) python "
import ctypes.util, sys
sys.path.insert(0, '$pool/netplan.io/usr/share/netplan')
sys.argv = ['netplan', 'migrate']
ctypes.util.find_library = lambda name: '$pool/libnetplan0/usr/lib/x86_64-linux-gnu/libnetplan.so.0.0'
from netplan.cli.core import Netplan
Netplan().main()" >/run/said 2>&1
  echo "status $?, $(grep -o '^migration complete' /run/said)"
  ls /etc/network/interfaces /etc/network/interfaces.netplan-converted 2>/dev/null
}
# generate: what netplan makes of it for systemd-networkd.
generate() {
  LD_LIBRARY_PATH=$(library_path) "$pool/netplan.io/usr/libexec/netplan/generate" 2>/run/said
  echo "status $?"
  grep -o 'Error.*' /run/said
  grep -hE '^(Name|Kind|VLAN|Address|Gateway)=' /run/systemd/network/* 2>/dev/null
}
printf '%s\n' 'auto lo' 'iface lo inet loopback' 'auto v0' 'iface v0 inet static' '  address 10.0.0.1/24' '  gateway 10.0.0.254' \
  'iface v0 inet static' '  address 10.5.0.1/24' 'auto v0:1' 'iface v0:1 inet static' '  address 10.6.0.1/24' \
  'auto v0.10' 'iface v0.10 inet static' '  address 10.10.0.1/24' >/etc/network/interfaces
expect "ifup" "10.0.0.1/24
10.5.0.1/24
10.6.0.1/24
default via 10.0.0.254 dev v0 onlink" "$("$pool/ifupdown/sbin/ifup" lo v0 v0:1 >/run/said 2>&1
  ip -4 -o addr show v0 | awk '{ print $4 }'
  ip route show default | sed 's/ *$//')"
expect "netplan migrate" "status 0, migration complete
/etc/network/interfaces.netplan-converted" "$(migrate)"
expect "netplan generate" "status 0
Name=v0.10
Address=10.10.0.1/24
Name=v0
Address=10.5.0.1/24
Name=v0:1
Address=10.6.0.1/24" "$(generate)"
rm -r /etc/netplan/* /run/systemd/network
printf '%s\n' 'auto v0' 'iface v0 inet static' '  address 10.0.0.1/24' 'iface v0 inet6 static' '  address 2001:db8::1/64' '  accept_ra 0' >/etc/network/interfaces
expect "netplan migrate, accept_ra 0" "status 0, migration complete
/etc/network/interfaces.netplan-converted" "$(rm /etc/network/interfaces.netplan-converted; migrate)"
expect "netplan generate, accept_ra 0" "status 1
Error in network definition: unknown key 'accept_ra'" "$(generate)"
expect "netplan migrate, an up command" "status 2, 
/etc/network/interfaces
/etc/network/interfaces.netplan-converted" "$(printf '%s\n' 'auto v0' 'iface v0 inet static' '  address 10.0.0.1/24' '  up true' >/etc/network/interfaces
  migrate)"
