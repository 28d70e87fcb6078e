#!/bin/bash
# ip= of the kernel's command line, as two readers have it: klibc's ipconfig (Debian's
# initramfs-tools) and systemd-network-generator, the card being v0.
#
# Guess: one line is one network, whoever reads it; what one reads the other does.
# Truth: without a netmask klibc makes 10.0.0.5 a /8, systemd a /32. With a length, 24,
# systemd makes a /24 and klibc refuses the line. Written 10.0.0.5/24 systemd refuses
# it, and klibc drops the length without a word: /8 again. And the second field, the
# server of the kernel's own documents, is to systemd the peer of the address.
# Seen: klibc-utils 2.0.12-1, systemd 252.39-1~deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${klibc[@]}" "${networkd[@]}"
lab
cp -r "$pool/libklibc/lib/." /usr/lib/
pair v0 v1 02:00:00:00:00:01
# line IP: what becomes of ip=IP with each.
line() {
  "$pool/klibc-utils/usr/lib/klibc/bin/ipconfig" -t 1 "$1" >/run/said 2>&1
  echo "klibc: status $? $(ip -4 -o addr show v0 | sed 's/.*inet //; s/ .*//')"
  ip addr flush dev v0
  rm -rf "$pool/units"
  LD_LIBRARY_PATH=$pool/libsystemd-shared/usr/lib/x86_64-linux-gnu/systemd \
    "$pool/systemd/lib/systemd/systemd-network-generator" --root="$pool/units" -- "ip=$1" >/run/said 2>&1
  echo "systemd: status $? $(grep -rh '^Address=\|^Peer=' "$pool/units" 2>/dev/null | paste -sd ' ')"
}
expect "a netmask" "klibc: status 0 10.0.0.5/24
systemd: status 0 Address=10.0.0.5/24" "$(line 10.0.0.5::10.0.0.254:255.255.255.0::v0:off)"
expect "none" "klibc: status 0 10.0.0.5/8
systemd: status 0 Address=10.0.0.5/32" "$(line 10.0.0.5::10.0.0.254:::v0:off)"
expect "a length" "klibc: status 1 
systemd: status 0 Address=10.0.0.5/24" "$(line 10.0.0.5::10.0.0.254:24::v0:off)"
expect "a length at the address" "klibc: status 0 10.0.0.5/8
systemd: status 1 " "$(line 10.0.0.5/24::10.0.0.254:::v0:off)"
expect "a server" "klibc: status 0 10.0.0.5/24
systemd: status 0 Address=10.0.0.5/24 Peer=10.0.0.9" "$(line 10.0.0.5:10.0.0.9:10.0.0.254:255.255.255.0::v0:off)"
