#!/bin/bash
# An alias of the loopback with its network's mask, as servers behind a balancer have
# it: ifconfig lo:1 192.0.2.1 netmask 255.255.255.0.
#
# Guess: the machine has one more address, 192.0.2.1; the same on an Ethernet card.
# Truth: on lo all 256 are its own: it takes, and answers for, each of them, and
# reaches none of the others. The same for IPv6 is one address.
# Seen: net-tools 2.10-0.1+deb12u2, busybox 1.35.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 busybox-static=1:1.35.0-4+deb12u1+b1
lab
pair v0 v1 02:00:00:00:00:01
ping() { "$pool/busybox-static/bin/busybox" "$1" -c1 -W1 "$2" 2>&1 | grep -o '[0-9]* packets received' || echo "not sent"; }
"$pool/net-tools/sbin/ifconfig" lo:1 192.0.2.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" v0:1 198.51.100.1 netmask 255.255.255.0
"$pool/net-tools/sbin/ifconfig" lo inet6 add 2001:db8::1/64
expect "what ip lists" "127.0.0.1/8
192.0.2.1/24" "$(ip -4 -o addr show lo | sed 's/.*inet //; s/ .*//')"
expect "what route lists of lo" "" "$("$pool/net-tools/sbin/route" -n | grep -w lo)"
expect "192.0.2.77 answers, of lo:1" "1 packets received" "$(ping ping 192.0.2.77)"
expect "198.51.100.77 answers, of v0:1" "0 packets received" "$(ping ping 198.51.100.77)"
expect "2001:db8::77 answers, of lo" "0 packets received" "$(ping ping6 2001:db8::77)"
