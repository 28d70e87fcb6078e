#!/bin/bash
# A UNIX socket that a server binds beside its place and renames into it, so that no
# client ever meets half a server.
#
# Guess: lists of sockets show the path that clients connect to.
# Truth: the kernel keeps the words of bind(2): netstat, ss, lsof, psutil and a
# connected client's own getpeername(2) name a file that isn't there, and who asks
# lsof or fuser for the file that is gets no answer.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3, lsof 4.95.0, psmisc 23.6, psutil
# 5.9.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3 lsof=4.95.0-1 psmisc=23.6-1 python3-psutil=5.9.4-1+b1
lab
holding '
import os, socket
s = socket.socket(socket.AF_UNIX)
s.bind("/run/new.sock")
s.listen()
os.rename("/run/new.sock", "/run/server.sock")'
# paths: the names of sockets in a list.
paths() { grep -o '/run/[a-z]*\.sock'; }
expect "files" "/run/server.sock" "$(echo /run/*.sock)"
expect "netstat" "/run/new.sock" "$("$pool/net-tools/bin/netstat" -xln | paths)"
expect "ss" "/run/new.sock" "$("$pool/iproute2/bin/ss" -xln | paths)"
expect "lsof -U" "/run/new.sock" "$("$pool/lsof/usr/bin/lsof" -U 2>/run/said | paths)"
expect "psutil" "/run/new.sock" "$(python "
import psutil
print(psutil.Process($holder).connections('unix')[0].laddr)")"
expect "lsof of the file" "" "$("$pool/lsof/usr/bin/lsof" -t /run/server.sock 2>/run/said)"
expect "fuser of the file" "" "$("$pool/psmisc/bin/fuser" /run/server.sock 2>/run/said)"
expect "a client" "connected to /run/new.sock" "$(python '
import socket
s = socket.socket(socket.AF_UNIX)
s.connect("/run/server.sock"); print("connected to", s.getpeername())')"
