#!/bin/bash
# A bridge with two ports, one of which isn't there: a VLAN of a bond whose stanza
# comes later in the file, a card that was renamed or pulled out.
#
# Guess: ifup says that there is no such port, and its status isn't 0.
# Truth: Debian's hook passes over it, without a word about it and with status 0, under
# ifupdown and under busybox, and the address is there, on half a bridge. ifupdown-ng
# names it, with status 0 too; only ifupdown2 ends with 1, and has done the rest all
# the same.
# Seen: ifupdown 0.8.41 and busybox 1.35.0 with the hook of bridge-utils 1.7.1,
# ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}" bridge-utils=1.7.1-1
lab
hooks bridge-utils
cat >/mnt/file <<'FILE'
auto br0
iface br0 inet static
  address 10.0.0.1
  netmask 255.255.255.0
  bridge-ports v0 bond0.10
  bridge-maxwait 0
FILE
# shellcheck disable=SC2016 # networks expands it
expect "half a bridge" "ifupdown: status 0
  port v0
  10.0.0.1/24
ifupdown-ng: status 0
  port v0
  10.0.0.1/24
  names bond0.10
ifupdown2: status 1
  port v0
  10.0.0.1/24
  names bond0.10
busybox: status 0
  port v0
  10.0.0.1/24" "$(networks /mnt/file 'ls /sys/class/net/br0/brif | sed "s/^/  port /"
ip -4 -o addr show br0 | sed "s/.*inet \([^ ]*\).*/  \1/"
! grep -q bond0.10 /run/said || echo "  names bond0.10"')"
