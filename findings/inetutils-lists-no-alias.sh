#!/bin/bash
# GNU inetutils' `ifconfig -a` on a card with aliases.
#
# Guess: they are listed behind the card, as by every other ifconfig.
# Truth: -a lists devices, each with one address: the aliases' addresses are in no
# line, and the status is 0. Asked by name an alias is shown.
# Seen: inetutils 2.4-2+deb12u3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages inetutils-tools=2:2.4-2+deb12u3 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.2/24 dev v0 label v0:1
expect "net-tools" "$(printf '10.0.0.1\n10.0.0.2')" "$("$pool/net-tools/sbin/ifconfig" -a | grep -o '10\.0\.0\.[0-9] ' | tr -d ' ')"
expect "inetutils -a" "10.0.0.1" "$("$pool/inetutils-tools/usr/bin/inetutils-ifconfig" -a | grep -o 'addr:10[0-9.]*' | cut -d: -f2)"
expect "inetutils v0:1" "10.0.0.2" "$("$pool/inetutils-tools/usr/bin/inetutils-ifconfig" v0:1 | grep -o 'addr:10[0-9.]*' | cut -d: -f2)"
