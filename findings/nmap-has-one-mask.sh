#!/bin/bash
# nmap --iflist on a card with addresses of several networks.
#
# Guess: each address has its netmask, as ip lists it.
# Truth: it asks by the card's name and takes the answer for all: 172.16.0.1/16 and
# 192.0.2.5/32 are /24 because the first address is. An address with a label (v0:1) has
# its own. Its table of routes, below, has the true ones.
# Seen: nmap 7.93+dfsg1-1, iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages nmap=7.93+dfsg1-1 nmap-common=7.93+dfsg1-1 libpcre3=2:8.39-15 libpcap0.8=1.10.3-1 libssh2-1=1.10.0-3+deb12u1 \
  liblinear4=2.3.0+dfsg-5 lua-lpeg=1.0.2-2 liblua5.3-0=5.3.6-2 libblas3=3.11.0-2 libgfortran5=12.2.0-14+deb12u1
lab
pair v0 v1 02:00:00:00:00:01
for a in "10.0.0.1/24" "172.16.0.1/16" "192.0.2.5/32" "198.51.100.5/29 label v0:1"; do
  # shellcheck disable=SC2086 # words
  ip addr add $a dev v0
done
# nmap: its list of interfaces and routes.
nmap() {
  local libraries
  libraries=$(printf '%s:' "$pool"/*/usr/lib/x86_64-linux-gnu{,/blas} "$pool"/*/lib/x86_64-linux-gnu)
  LD_LIBRARY_PATH=$libraries "$pool/nmap/usr/bin/nmap" --datadir "$pool/nmap-common/usr/share/nmap" --iflist
}
nmap >/run/list 2>/run/said || cannot "nmap: $(head -n1 /run/said)"
expect "ip" "10.0.0.1/24
172.16.0.1/16
192.0.2.5/32
198.51.100.5/29" "$(ip -4 -o addr show v0 | awk '{ print $4 }')"
expect "nmap's interfaces" "10.0.0.1/24
172.16.0.1/24
192.0.2.5/24
198.51.100.5/29" "$(awk '$1 == "v0" { print $3 }' /run/list)"
expect "nmap's routes" "10.0.0.0/24
172.16.0.0/16
198.51.100.0/29" "$(awk '$2 == "v0" && /^[0-9]+\./ { print $1 }' /run/list | sort)"
