#!/bin/bash
# A bridge with more than 255 ports, as a machine with hundreds of containers has it, and
# `brctl showmacs`, which says by the port's number behind which one an address is.
#
# Guess: what is behind port 257 is listed with 257, as showstp numbers it.
# Truth: it is listed with 1: the kernel's table has the number's upper half in a byte of its own, which
# is younger than the program. Two ports are called 1, and who looks for an address goes to
# another container's cable. showstp has 257, `bridge fdb` the port's name.
# Seen: bridge-utils 1.7.1, iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages bridge-utils=1.7.1-1 iproute2=6.1.0-3
lab
ip link add br0 type bridge || cannot "bridge"
ip link set br0 up
for n in $(seq 257); do
  echo "link add p$n type veth peer name q$n"
  echo "link set p$n master br0 up addrgenmode none"
done | ip -b - || cannot "257 ports"
for n in 1 257; do ip link set q$n up addrgenmode none; done
python "
import socket
for port in 1, 257:
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    s.bind((f'q{port}', 0))
    s.send(b'\xff' * 6 + bytes.fromhex(f'02000000{port:04}') + b'\x88\xb5' + bytes(46))"
brctl=$pool/bridge-utils/sbin/brctl
expect "bridge fdb" "02:00:00:00:00:01 p1
02:00:00:00:02:57 p257" "$("$pool/iproute2/sbin/bridge" fdb | awk '/^02:00:00:00/ && !/permanent|self/ { print $1, $3 }' | sort)"
expect "brctl showstp" "p1 (1)
p257 (257)" "$("$brctl" showstp br0 | grep -E '^p(1|257) ')"
expect "brctl showmacs" "1 02:00:00:00:00:01
1 02:00:00:00:02:57" "$("$brctl" showmacs br0 | awk '$2 ~ /^02:00:00:00/ && $3 == "no" { print $1, $2 }' | sort)"
