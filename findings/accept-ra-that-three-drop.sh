#!/bin/bash
# `accept_ra 0` and `autoconf 0` in an inet6 stanza: a server that wants no addresses
# and routes from advertisements.
#
# Guess: each program that reads the stanza turns them off or complains.
# Truth: ifupdown alone does it. The three others drop both words, with status 0, and
# the kernel goes on taking what routers advertise. Spelt accept-ra ifupdown drops it,
# too, and still heeds autoconf.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet6 static
    address 2001:db8::1
    netmask 64
    accept_ra 0
    autoconf 0
FILE
show='(cd /proc/sys/net/ipv6/conf/v0; cat accept_ra autoconf | paste -sd " ")'
expect "accept_ra and autoconf after ifup -a" "ifupdown: status 0
0 0
ifupdown-ng: status 0
1 1
ifupdown2: status 0
1 1
busybox: status 0
1 1" "$(networks "$pool/file" "$show")"
sed s/accept_ra/accept-ra/ "$pool/file" >"$pool/dash"
expect "with accept-ra" "ifupdown: status 0
1 0" "$(networks "$pool/dash" "$show" | head -2)"
