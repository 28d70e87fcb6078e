#!/bin/bash
# What a language's own list of interfaces has: one with an address and no cable (a
# bridge of containers before the first one), and one that is up and has no address (a
# port of a bridge).
#
# Guess: the standard libraries list the same interfaces.
# Truth: Go and Python list all. Node leaves out what has no carrier, its address too:
# a server that looks its own address up there has none until the cable is in. Java
# leaves out what has no address: NetworkInterface.getByName gives null for an
# interface that is there, up and in use.
# Seen: Node 20.20, OpenJDK 17.0.19 with Rhino 1.7.14.1, Go 1.26, Python 3.11, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages openjdk-17-jre-headless=17.0.19+10-1~deb12u2 librhino-java=1.7.14.1-0+deb12u1
need_node
program 'package main

import (
	"fmt"
	"net"
)

func main() {
	l, _ := net.Interfaces()
	for _, i := range l {
		fmt.Println(i.Name)
	}
}'
lab
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.1.0.1/24 dev w0
ip link set w1 down
timeout 10 sh -c 'until ip link show w0 | grep -q NO-CARRIER; do sleep 0.1; done'
# v0 has all, v1 no address, w0 no carrier, w1 neither.
java=$pool/openjdk-17-jre-headless/usr/lib/jvm/java-17-openjdk-amd64/bin/java
cp -r "$pool/openjdk-17-jre-headless/etc/." /etc/
script() { "$java" -cp "$pool/librhino-java/usr/share/java/js.jar" org.mozilla.javascript.tools.shell.Main -e "$1" 2>/run/said; }
listed() { tr -c 'a-z0-9' '\n' | grep '^[vw][01]$' | sort -u | paste -sd' '; }
expect "Go" "v0 v1 w0 w1" "$("$pool/program" | listed)"
expect "Python" "v0 v1 w0 w1" "$(python 'import socket; print(socket.if_nameindex())' | listed)"
expect "Node" "v0" "$(node -p 'Object.keys(require("os").networkInterfaces()).join(" ")' | listed)"
expect "Java" "v0 w0" "$(script 'for (var e = java.net.NetworkInterface.getNetworkInterfaces(); e.hasMoreElements();) print(e.nextElement().getName())' | listed)"
expect "Java, v1 by name" "null" "$(script 'print(java.net.NetworkInterface.getByName("v1"))')"
