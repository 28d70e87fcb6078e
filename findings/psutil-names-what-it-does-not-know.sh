#!/bin/bash
# psutil's three dictionaries of interfaces, on a card with an alias (v0:1).
#
# Guess: net_if_addrs(), net_if_stats() and net_io_counters(pernic=True) have the same
# keys, so one can be looked up in the other.
# Truth: the first has labels as keys, the alias among them; the others have devices.
# A loop over addresses that looks up the state ends in a KeyError where a machine has
# an alias.
# Seen: psutil 5.9.4 (Debian 12), Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages python3-psutil=5.9.4-1+b1
[ -x /usr/bin/python3.11 ] || cannot "python3.11, which the modules are made for"
lab
pair v0 v1 02:00:00:00:00:01
ip addr add 10.0.0.1/24 dev v0
ip addr add 10.0.0.2/24 dev v0 label v0:1
expect "addresses, state, counters" "$(printf 'lo v0 v0:1 v1\nlo v0 v1\nlo v0 v1')" \
  "$(PYTHONPATH=$pool/python3-psutil/usr/lib/python3/dist-packages /usr/bin/python3 -c '
import psutil
for d in psutil.net_if_addrs(), psutil.net_if_stats(), psutil.net_io_counters(pernic=True):
    print(*sorted(d))')"
