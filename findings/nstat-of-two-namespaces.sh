#!/bin/bash
# nstat, the modern netstat -s, called every minute in a machine and in its containers (ip
# netns exec NAME nstat), all by the same user.
#
# Guess: each call says what has happened there since the last call there; netstat -s and
# nstat speak of the same.
# Truth: what it compares with is one file a user, /tmp/.nstat.u0: the container's call
# takes away the machine's numbers and the next one counts from another namespace's. 30
# datagrams are said to be 20, 5 to be none at all. netstat -s has the true ones. A file each
# (NSTAT_HISTORY) mends it, and -a says what stands in the kernel.
# Seen: iproute2 6.1.0-3 (Debian 12), net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
lab
mkdir /run/pool
mount --bind "$pool" /run/pool
mount -t tmpfs tmpfs /tmp
pool=/run/pool nstat=/run/pool/iproute2/usr/bin/nstat
another
nsenter -t $far -n ip link set lo up
# sent COUNT: sends so many datagrams.
sent() { for _ in $(seq "$1"); do echo >/dev/udp/127.0.0.1/9; done; }
# said PROGRAM ...: the datagrams that it has.
said() { "$@" | awk '/UdpOutDatagrams/ { print $2 } / packets sent$/ && udp { print $1; udp = 0 } /^Udp:/ { udp = 1 }'; }
# there COMMAND ...: the same in the container.
there() { nsenter -t $far -n bash -c "$(declare -f sent said); $*"; }
sent 10
expect "10 here" 10 "$(said $nstat)"
there sent 30
expect "30 there, the first call" 20 "$(there said $nstat)"
sent 5
expect "5 more here" "" "$(said $nstat)"
expect "here, in all" "15 15" "$(said $nstat -a) $(said "$pool/net-tools/bin/netstat" -su)"
expect "there, in all" "30 30" "$(there said $nstat -a) $(there said "$pool/net-tools/bin/netstat" -su)"
rm /tmp/.nstat.u0
sent 1
# The first call reads all.
expect "a file each, here" 16 "$(said $nstat)"
expect "a file each, there" 30 "$(there NSTAT_HISTORY=/run/history said $nstat)"
sent 2
expect "a file each, here once more" 2 "$(said $nstat)"
