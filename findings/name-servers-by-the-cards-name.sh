#!/bin/bash
# Two programs called resolvconf, and name servers of a wireless card wlan0 and of one
# that somebody named uplink.
#
# Guess: the one that came up last, or first, is asked first, and all are listed.
# Truth: when they came doesn't matter, the card's name does. Debian's resolvconf has
# a list of names in which en* and eth* come before wl* and an own name last of all:
# wlan0's servers stand first and the fourth in all is dropped. openresolv goes by the
# alphabet: uplink's stand first, all of them are there (of which the C library asks
# three). A server of lo, such as dnsmasq's, hides all others in both.
# Seen: resolvconf 1.91+nmu1, openresolv 3.12.0-3.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages resolvconf=1.91+nmu1 openresolv=3.12.0-3
lab
# servers PACKAGE NAME ...: the name servers after these have told theirs.
servers() {
  # shellcheck disable=SC2016 # the inner shell expands it
  unshare -m bash -c '
    mount -t tmpfs tmpfs /run
    mkdir -p /run/resolvconf/interface
    rm -f /etc/resolv.conf
    cp -r "$0/etc/." /etc/
    cp "$0"/sbin/resolvconf /usr/sbin/
    cp -r "$0"/lib/. "$0"/usr/lib/. /usr/lib/ 2>/dev/null
    [ ! -d /etc/resolvconf ] || { touch /run/resolvconf/enable-updates /run/resolvconf/resolv.conf; ln -s /run/resolvconf/resolv.conf /etc/; }
    for card; do
      case $card in
      wlan0) printf "nameserver 10.0.1.1\nnameserver 10.0.1.2\n" ;;
      uplink | yard) printf "nameserver 10.0.2.1\nnameserver 10.0.2.2\n" ;;
      lo) echo "nameserver 127.0.0.1" ;;
      esac | /usr/sbin/resolvconf -a "$card.inet"
    done
    sed -n "s/^nameserver //p" /etc/resolv.conf | paste -sd " "
    rm -rf /etc/resolvconf /etc/resolvconf.conf' "$pool/$1" "${@:2}"
}
expect "resolvconf, uplink last, then wlan0 last" "10.0.1.1 10.0.1.2 10.0.2.1
10.0.1.1 10.0.1.2 10.0.2.1" "$(servers resolvconf wlan0 uplink; servers resolvconf uplink wlan0)"
expect "openresolv, uplink last, then wlan0 last" "10.0.2.1 10.0.2.2 10.0.1.1 10.0.1.2
10.0.2.1 10.0.2.2 10.0.1.1 10.0.1.2" "$(servers openresolv wlan0 uplink; servers openresolv uplink wlan0)"
expect "openresolv, with yard in uplink's place" "10.0.1.1 10.0.1.2 10.0.2.1 10.0.2.2" "$(servers openresolv yard wlan0)"
expect "both with lo" "127.0.0.1
127.0.0.1" "$(servers resolvconf uplink lo; servers openresolv uplink lo)"
