#!/bin/bash
# One stanza with `inherits`, or one `no-auto-down` line, in an interfaces file that ifupdown
# reads, and augeas, with which Puppet and libvirt's netcf edit it.
#
# Guess: what augeas doesn't know is missing from its tree; the other stanzas are there.
# Truth: the whole file is: no interface at all is listed, and the status is 0. A stanza
# for another card, made and saved, can't be written. cloud-init's reader of the file with
# `inherits` ends with KeyError: 'address'.
# Seen: augeas 1.14.0-1+deb12u1, ifupdown 0.8.41, cloud-init 22.4.2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages augeas-tools=1.14.0-1+deb12u1 augeas-lenses=1.14.0-1+deb12u1 libaugeas0=1.14.0-1+deb12u1 ifupdown=0.8.41 "${cloudinit[@]}"
lab
pair v0 v1 02:00:00:00:00:01
ip link set v0 down
# augeas: what augtool does with the commands on its standard input.
augeas() {
  LD_LIBRARY_PATH=$pool/libaugeas0/usr/lib/x86_64-linux-gnu "$pool/augeas-tools/usr/bin/augtool" -A \
    -I "$pool/augeas-lenses/usr/share/augeas/lenses/dist" -t "Interfaces incl /etc/network/interfaces" 2>&1
  echo "status $?"
}
# lists, adds: the cards of the file, and a stanza more.
lists() { echo "match /files/etc/network/interfaces/iface" | augeas | sed 's/.* = //'; }
adds() {
  printf '%s\n' "set /files/etc/network/interfaces/iface[. = 'w0'] w0" "set /files/etc/network/interfaces/iface[. = 'w0']/family inet" \
    "set /files/etc/network/interfaces/iface[. = 'w0']/method dhcp" save | augeas | tail -n2
}
addresses() {
  "$pool/ifupdown/sbin/ifup" -a >/run/said 2>&1
  ip -4 -o addr show v0 | awk '{ print $4 }'
  "$pool/ifupdown/sbin/ifdown" -a >/run/said 2>&1
  ip addr flush dev v0
}
plain='auto v0
iface lan inet static
	netmask 255.255.255.0
iface v0 inet static'
printf '%s\n\taddress 10.0.0.1/24\n' "$plain" >/etc/network/interfaces
expect "plain: augeas" "lan
v0
status 0" "$(lists)"
expect "plain: added" "Saved 1 file(s)
status 0" "$(adds)"
printf '%s inherits lan\n\taddress 10.0.0.1\n' "$plain" >/etc/network/interfaces
expect "inherits: ifupdown" "10.0.0.1/24" "$(addresses)"
expect "inherits: cloud-init" "KeyError: 'address'" "$(python '
from cloudinit.net import eni
eni.convert_eni_data(open("/etc/network/interfaces").read())' 2>&1 | tail -n1)"
for line in inherits no-auto-down; do
  [ $line = inherits ] || printf 'no-auto-down v0\n%s\n\taddress 10.0.0.1/24\n' "$plain" >/etc/network/interfaces
  expect "$line: augeas" "  (no matches)
status 0" "$(lists)"
  expect "$line: added" "saving failed (run 'errors' for details)
status 1" "$(adds)"
  expect "$line: ifupdown, still" "10.0.0.1/24" "$(addresses)"
done
