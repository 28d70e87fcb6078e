#!/bin/bash
# mii-tool on a bond (b0) of two cards of 10000 Mbit/s, and on a VLAN on it, as scripts
# of watchdogs and of older clusters call it.
#
# Guess: it shows what the cards have, or says that a bond has no transceiver.
# Truth: "10 Mbit, half duplex, link ok": the bond answers one of a transceiver's registers, link or
# no link, for mii-tool's sake, and the rest is made of nothing: -v names a vendor, 00:80:00, which is
# the answer before, read once more. ethtool says 10000 and full. With
# both cables out the message is "No MII transceiver present!", as if it were no such device, and the status 0.
# Setting a speed fails with a message and status 0. The cards themselves, and a macvlan, answer nothing.
# Seen: net-tools 2.10-0.1+deb12u2, ethtool 6.1 (Debian 12), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2 ethtool=1:6.1-1
guest
ip link add b0 type bond mode active-backup miimon 100 || cannot "bond"
for d in v w; do
  ip link add ${d}0 type veth peer name ${d}1
  ip link set ${d}0 master b0
  ip link set ${d}1 up
done
ip link set b0 up
ip link add link b0 name b0.5 type vlan id 5
ip link add link b0 name m0 type macvlan
ip link set b0.5 up
sleep 2
mii() { "$pool/net-tools/sbin/mii-tool" "$@" 2>&1; echo "status $?"; }
for d in b0 b0.5; do
  expect "mii-tool $d" "$d: 10 Mbit, half duplex, link ok
status 0" "$(mii $d)"
done
expect "mii-tool -v" "vendor 00:80:00 or 00:01:00, model 0 rev 4" "$(mii -v b0 | grep -o 'vendor.*')"
expect "ethtool b0" "Speed: 10000Mb/s
Duplex: Full" "$("$pool/ethtool/sbin/ethtool" b0 2>/dev/null | grep -oE '(Speed|Duplex): .*')"
expect "mii-tool -F" "SIOCSMIIREG on b0 failed: Operation not supported
status 0" "$(mii -F 100baseTx-FD b0)"
for d in v0 m0; do
  expect "mii-tool $d" "SIOCGMIIPHY on '$d' failed: Operation not supported" "$(mii $d | head -1)"
done
ip link set v1 down
ip link set w1 down
sleep 2
expect "cables out" "  No MII transceiver present!." "$(mii b0 | head -1)"
expect "cables out, status" "status 0" "$(mii b0 | tail -1)"
