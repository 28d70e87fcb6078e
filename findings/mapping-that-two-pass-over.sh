#!/bin/bash
# A mapping stanza: its script says which of two networks the notebook is in.
#
# Guess: what can't do mappings refuses the file, or leaves v0 down.
# Truth: ifupdown-ng and ifupdown2 pass over the mapping and take the stanza that is
# named as the card: v0 is in the other network, with ifupdown-ng without a word.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
printf '#!/bin/sh\necho home\n' >"$pool/where"
chmod 755 "$pool/where"
cat >"$pool/file" <<FILE
auto v0
mapping v0
    script $pool/where

iface home inet static
    address 10.0.0.1
    netmask 255.255.255.0

iface v0 inet static
    address 10.1.0.1
    netmask 255.255.255.0
FILE
expect "ifup -a" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
ifupdown-ng: status 0
  10.1.0.1/24
ifupdown2: status 1
  10.1.0.1/24
busybox: status 0
  10.0.0.1/24" "$(networks "$pool/file")"
