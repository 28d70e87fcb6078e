#!/bin/bash
# ifconfig v0 txqueuelen 5, to keep a line's delay short, where a queue is (tc qdisc), and where none is.
#
# Guess: the queue has 5 packets then, as ifconfig and ip (qlen 5) show it.
# Truth: the number is looked at when a queue is made: a pfifo made at 1000 keeps 1000, bfifo its bytes; one
# made at 5 keeps 5 when txqueuelen is 1000 again. fq_codel, which systemd makes, fq and sfq never look
# at it: 10240, 10000 and 127 packets. A card without a queue (noqueue, as a veth is) shows 5, too.
# Seen: net-tools 2.10-0.1+deb12u2, iproute2 6.1, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" net-tools=2.10-0.1+deb12u2
guest
pair v0 v1 02:00:00:00:00:01
ifconfig=$pool/net-tools/sbin/ifconfig
# lengths KIND FIRST THEN: the limit of a queue that is made at txqueuelen FIRST, when it is THEN.
lengths() {
  "$ifconfig" v0 txqueuelen "$2"
  [ "$1" = noqueue ] || tc qdisc add dev v0 root "$1"
  "$ifconfig" v0 txqueuelen "$3"
  echo "$("$ifconfig" v0 | grep -o 'txqueuelen [0-9]*'), $(tc qdisc show dev v0 | sed 's/ [0-9a-f]*: root refcnt [0-9]*//; s/\(limit [^ ]*\).*/\1/; s/ *$//')"
  tc qdisc del dev v0 root 2>/run/said
}
expect "made at 1000" "txqueuelen 5, qdisc pfifo limit 1000p
txqueuelen 5, qdisc bfifo limit 1514000b
txqueuelen 5, qdisc fq_codel limit 10240p
txqueuelen 5, qdisc fq limit 10000p
txqueuelen 5, qdisc sfq limit 127p
txqueuelen 5, qdisc noqueue" "$(for q in pfifo bfifo fq_codel fq sfq noqueue; do lengths $q 1000 5; done)"
expect "made at 5" "txqueuelen 1000, qdisc pfifo limit 5p
txqueuelen 1000, qdisc fq_codel limit 10240p" "$(for q in pfifo fq_codel; do lengths $q 5 1000; done)"
