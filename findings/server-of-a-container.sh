#!/bin/bash
# A server in a container (a network namespace of its own), port 8004, looked for from the
# machine by its process number, which ps shows there.
#
# Guess: who is asked for the sockets of this process has its port; or nobody has.
# Truth: /proc/net is the reader's namespace. psutil says that the process has no
# connections, lsof -i nothing and fuser nobody; lsof -p knows a socket of protocol TCP
# without a port. gopsutil, which reads /proc/PID/net, has 0.0.0.0:8004 LISTEN, though in its
# list of all it isn't, and nobody there can tell that this 0.0.0.0:8004 is another: the port
# is free to a server of the machine. netstat and ss have nothing.
# Seen: psutil 5.9.4, lsof 4.95.0, psmisc 23.6 (fuser), net-tools 2.10-0.1+deb12u2, iproute2 6.1.0-3
# (ss, Debian 12), shirou/gopsutil 4.26.10, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-psutil=5.9.4-1+b1 lsof=4.95.0-1 libtirpc3=1.3.3+ds-1 psmisc=23.6-1 net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
program 'package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/shirou/gopsutil/v4/net"
)

func main() {
	pid, _ := strconv.Atoi(os.Args[1])
	l, _ := net.ConnectionsPid("inet", int32(pid))
	for _, c := range l {
		fmt.Println("of the process:", c.Laddr.IP, c.Laddr.Port, c.Status)
	}
	l, _ = net.Connections("inet")
	fmt.Println("of all:", len(l))
}' github.com/shirou/gopsutil/v4/net@v4.26.10
lab
holding '
import ctypes, socket
if ctypes.CDLL(None).unshare(0x40000000): raise OSError("unshare")
s = socket.socket()
s.bind(("0.0.0.0", 8004))
s.listen()'
lsof() { LD_LIBRARY_PATH=$pool/libtirpc3/usr/lib/x86_64-linux-gnu "$pool/lsof/usr/bin/lsof" -n -P "$@" 2>/run/said; }
expect "psutil, of the process" "[]" "$(python "import psutil; print(psutil.Process($holder).connections())")"
expect "lsof -i" "" "$(lsof -a -p "$holder" -i)"
expect "lsof" "protocol: TCP" "$(lsof -a -p "$holder" | grep -o 'protocol: .*')"
expect "fuser, netstat, ss" "" "$("$pool/psmisc/bin/fuser" 8004/tcp 2>&1; "$pool/net-tools/bin/netstat" -tln | grep 8004; "$pool/iproute2/bin/ss" -Htln)"
expect "gopsutil" "of the process: 0.0.0.0 8004 LISTEN
of all: 0" "$("$pool/program" "$holder")"
expect "the same port for a server of the machine" "taken" "$(python '
import socket
s = socket.socket()
s.bind(("0.0.0.0", 8004))
s.listen()
print("taken")')"
