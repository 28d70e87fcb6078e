#!/bin/bash
# `ifconfig CARD ADDRESS` with an address that the kernel refuses, as another ipvlan of the card has it
# (i0), or as it is the card's own alias (v0:1) already.
#
# Guess: an error, and the card keeps the address that it had.
# Truth: an error (Address already in use, File exists), and the old one is gone: the ioctl takes it away
# before it tries the new one. i1 has no address, and the machine whose address was mistyped is
# off the net; v0 is left with what stood behind. `ip addr change`, `ip addr add` take nothing away. All four
# ifconfigs do the same.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, toybox 0.8.9, inetutils 2.4 (Debian 12), Linux 6.1.176;
# v0 with promote_secondaries=1, the default of systemd's upstream, for without it the alias would go as well.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 toybox=0.8.9+dfsg-1 inetutils-tools=2:2.4-2+deb12u3
guest
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
for d in i0 i1; do
  ip link add link w0 name $d type ipvlan || cannot "ipvlan"
  ip link set $d up
done
ip addr add 10.0.0.5/24 dev i0
sysctl -qw net.ipv4.conf.v0.promote_secondaries=1
addresses() { ip -4 -o addr show "$1" | sed -E 's/.*inet ([^ ]*).* scope global (secondary )?([^\\]*)\\.*/\1 \3/'; }
fresh() {
  ip addr flush dev v0
  ip addr flush dev i1
  ip addr add 10.0.0.6/24 dev i1
  ip addr add 192.168.0.1/24 dev v0
  ip addr add 192.168.0.2/24 dev v0 label v0:1
}
for program in "$pool/net-tools/sbin/ifconfig" "$pool/busybox-static/bin/busybox ifconfig" "$pool/toybox/bin/toybox ifconfig" \
  "$pool/inetutils-tools/usr/bin/inetutils-ifconfig"; do
  fresh
  name=${program#"$pool/"}
  name=${name%%/*}
  expect "$name, an ipvlan" "Address already in use" "$($program i1 10.0.0.5 2>&1 | sed 's/.*: //')"
  expect "$name, what it has" "" "$(addresses i1)"
  expect "$name, v0" "File exists" "$($program v0 192.168.0.2 2>&1 | sed 's/.*: //')"
  expect "$name, what it has" "192.168.0.2/24 v0:1" "$(addresses v0)"
done
fresh
ip addr change 10.0.0.5/24 dev i1 2>/run/said && exit 1
ip addr add 192.168.0.2/24 dev v0 2>/run/said && exit 1
expect "ip" "10.0.0.6/24 i1
192.168.0.1/24 v0
192.168.0.2/24 v0:1" "$(addresses i1; addresses v0)"
