#!/bin/bash
# A stanza with two address lines, as ifupdown-ng and ifupdown2 document it.
#
# Guess: ifupdown and busybox take one of them, the first or the last, or refuse it.
# Truth: ifupdown joins both by a newline, and the newline goes into the command for
# sh: the first half fails for want of a device and sh looks for a program named as
# the second address. v0 is up and has none. busybox refuses the whole file, with it
# all other stanzas.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet6 static
    address 2001:db8::1/64
    address 2001:db8:1::1/64
FILE
show='ip -6 -o addr show v0 scope global | grep -o "2001:[^ ]*" | sed "s/^/  /"; grep -o "not found\|duplicate" /run/said | sed "s/^/  said: /"'
expect "ifup -a" "ifupdown: status 1
  said: not found
ifupdown-ng: status 0
  2001:db8:1::1/64
  2001:db8::1/64
ifupdown2: status 0
  2001:db8:1::1/64
  2001:db8::1/64
busybox: status 1
  said: duplicate" "$(networks "$pool/file" "$show")"
