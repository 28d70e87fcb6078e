#!/bin/bash
# wg-quick with SaveConfig (or `wg-quick save`) on a tunnel whose address has got a peer
# (ifconfig wg0 10.8.0.1 pointopoint 10.8.0.2), or a metric, or an alias beside it.
#
# Guess: the file says what is on the card, and wg-quick up makes it so again.
# Truth: each word that ip -brief shows becomes an Address line: Address = peer, Address = metric.
# The tunnel can't be brought up by its own file any more, and doesn't come at the next start of
# the machine. An alias is saved as an address like others.
# Seen: wireguard-tools 1.0.20210914, iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" wireguard-tools=1.0.20210914-1+b1 iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
guest
mkdir -p /run/bin /etc/wireguard
ln -s "$pool"/iproute2/bin/ip "$pool"/wireguard-tools/usr/bin/wg /run/bin/
PATH=/run/bin:$PATH
[ -e /dev/fd ] || ln -s /proc/self/fd /dev/fd
file=/etc/wireguard/wg0.conf
wg_quick() { bash "$pool/wireguard-tools/usr/bin/wg-quick" "$1" wg0 >/run/said 2>&1; echo "$1 $?"; }
# saved COMMAND ...: the addresses in the file after it on a tunnel of 10.8.0.1/24, and whether up works then.
saved() {
  (umask 077; printf '[Interface]\nPrivateKey = %s\nAddress = 10.8.0.1/24\n' "$(wg genkey)" >$file)
  wg_quick up >/run/up
  grep -q 'up 0' /run/up || cannot "wg-quick up, which says $(tail -n1 /run/said)"
  "$@"
  wg_quick save
  ip link del wg0
  grep ^Address $file
  wg_quick up
  ip -4 -o addr show wg0 2>/dev/null | awk '{ print $4 }'
  [ ! -e /sys/class/net/wg0 ] || ip link del wg0
}
metric() { ip addr change 10.8.0.1/24 dev wg0 metric 50; }
ifconfig=$pool/net-tools/sbin/ifconfig
expect "as it was" "save 0
Address = 10.8.0.1/24
up 0
10.8.0.1/24" "$(saved true)"
expect "with a peer" "save 0
Address = 10.8.0.1
Address = peer
Address = 10.8.0.2/24
up 1" "$(saved "$ifconfig" wg0 10.8.0.1 pointopoint 10.8.0.2)"
expect "what up says" 'Error: inet prefix is expected rather than "dev".' "$(grep Error /run/said)"
expect "with a metric" "save 0
Address = 10.8.0.1/24
Address = metric
Address = 50
up 255" "$(saved metric)"
expect "with an alias" "save 0
Address = 10.8.0.1/24
Address = 10.9.0.1/24
up 0
10.8.0.1/24
10.9.0.1/24" "$(saved "$ifconfig" wg0:1 10.9.0.1 netmask 255.255.255.0)"
