#!/bin/bash
# avahi-autoipd (an address of 169.254/16 where there is no DHCP server) on a card whose
# name has ten letters or more, as USB adapters have: enp0s20f0u1.
#
# Guess: the name's length is nobody's business, or there is an error.
# Truth: its script labels the address enp0s20f0u1:avahi, which is longer than the 15
# letters of a label, and ip refuses. The daemon goes on, says "Successfully claimed IP
# address" and defends one that the card hasn't got. Where ifconfig is there and no ip,
# the same script works: the label is cut.
# Seen: avahi-autoipd 0.8, iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages avahi-autoipd=0.8-10+deb12u1 libdaemon0=0.14-7.1 iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
lab
cp -r "$pool/avahi-autoipd/etc/avahi" /etc/
cp "$pool/net-tools/sbin/ifconfig" "$pool/net-tools/sbin/route" /usr/sbin/
# claimed NAME: what the daemon says of the address that it asks for, and the card's.
claimed() {
  pair "$1" far 02:00:00:00:00:01
  LD_LIBRARY_PATH=$pool/libdaemon0/usr/lib/x86_64-linux-gnu "$pool/avahi-autoipd/usr/sbin/avahi-autoipd" \
    --no-drop-root --no-chroot --force-bind --start=169.254.7.7 "$1" >/run/avahi 2>&1 &
  timeout 30 sh -c 'until grep -qs claimed /run/avahi; do sleep 0.2; done'
  grep -o 'Successfully claimed.*' /run/avahi
  ip -4 -o addr show "$1" | sed 's/.*inet \([^ ]*\).*scope link \([^ \\]*\).*/\1 \2/'
  kill $!
  wait
  ip link del "$1"
}
expect "nine letters" "Successfully claimed IP address 169.254.7.7
169.254.7.7/16 enp0s31f6:avahi" "$(claimed enp0s31f6)"
expect "eleven" "Successfully claimed IP address 169.254.7.7" "$(claimed enp0s20f0u1)"
