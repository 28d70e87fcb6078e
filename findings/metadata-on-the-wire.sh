#!/bin/bash
# A machine in a cloud with avahi-autoipd installed, which desktops bring along, and the stanza of
# a card with address and gateway; the cloud's metadata are at 169.254.169.254.
#
# Guess: nothing has an address of 169.254, so the metadata are asked by the gateway.
# Truth: its hook makes a route to 169.254.0.0/16 straight to the wire of the first card that
# comes up, whatever has the card's address been given by: the machine looks by ARP for who
# has 169.254.169.254. ifdown of that card takes the route along and no other card gets it
# until its next ifup. ifupdown-ng alone sets no ADDRFAM, so its machine asks the gateway.
# Seen: avahi-autoipd 0.8, ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox
# 1.35.0, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}" avahi-autoipd=0.8-10+deb12u1
lab
cp -r "$pool/avahi-autoipd/etc/network/." /etc/network/
cp "$pool/avahi-autoipd/usr/sbin/avahi-autoipd" /usr/sbin/
[ -x /bin/ip ] || cannot "/bin/ip, which the hook asks for"
cat >"$pool/interfaces" <<'INTERFACES'
auto v0
iface v0 inet static
  address 10.0.0.1
  netmask 255.255.255.0
  gateway 10.0.0.254
INTERFACES
wire="status 0
  route 169.254.0.0/16 dev v0
  metadata dev v0"
expect "v0" "ifupdown: $wire
ifupdown-ng: status 0
  metadata via 10.0.0.254
ifupdown2: $wire
busybox: $wire" "$(networks "$pool/interfaces" '
ip route show | sed -n "s/^\(169.254.*dev v0\).*/  route \1/p"
ip route get 169.254.169.254 | sed -n "s/^169.254.169.254 \([a-z]* [^ ]*\).*/  metadata \1/p"')"
# Two cards, by ifupdown.
hooks avahi-autoipd
pair v0 v1 02:00:00:00:00:01
pair w0 w1 02:00:00:00:00:02
ip link set v0 down
ip link set w0 down
{
  cat "$pool/interfaces"
  printf 'auto w0\niface w0 inet static\n  address 10.1.0.1\n  netmask 255.255.255.0\n'
} >/etc/network/interfaces
way() { ip route get 169.254.169.254 2>&1 | grep -oE 'dev [vw]0|unreachable'; }
ifup -a 2>/run/said
expect "two cards" "dev v0" "$(way)"
ifdown v0 2>/run/said
expect "v0 down, w0 up" "unreachable" "$(way)"
ifup v0 2>/run/said
ifdown w0 2>/run/said
ifup w0 2>/run/said
expect "each up once more" "dev v0" "$(way)"
