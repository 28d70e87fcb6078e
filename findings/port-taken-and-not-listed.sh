#!/bin/bash
# A port that a program has bound and neither listens on nor connects from.
#
# Guess: a port that can't be had (Address already in use) is listed by netstat, ss or
# lsof, with the program that has it.
# Truth: none of them lists it: the kernel's tables hold listening and connected
# sockets. lsof shows a socket of protocol TCP, without the port; psutil shows nothing.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, lsof 4.95.0, psutil 5.9.4
# (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 lsof=4.95.0-1 python3-psutil=5.9.4-1+b1
lab
holding '
import socket
s = socket.socket()
s.bind(("127.0.0.1", 8001))'
expect "another program" "Address already in use" "$(python '
import socket
try: socket.socket().bind(("127.0.0.1", 8001))
except OSError as e: print(e.strerror)')"
expect "netstat -an" "" "$("$pool/net-tools/bin/netstat" -an | grep 8001)"
expect "ss -an" "" "$("$pool/iproute2/bin/ss" -an 2>/run/said | grep 8001)"
expect "lsof -i" "" "$("$pool/lsof/usr/bin/lsof" -n -P -i 2>/run/said)"
expect "lsof of the program" "protocol: TCP" \
  "$("$pool/lsof/usr/bin/lsof" -n -P -p $holder 2>/run/said | grep -o 'protocol: .*')"
expect "psutil" "[]" "$(python "
import psutil
print(psutil.Process($holder).connections('all'))")"
kill $holder
expect "when the program has ended" "free" "$(python '
import socket
socket.socket().bind(("127.0.0.1", 8001)); print("free")')"
