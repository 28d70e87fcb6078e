#!/bin/bash
# A stanza with dns-nameservers and dns-search, where Debian's resolvconf with its
# script in if-up.d is installed.
#
# Guess: whoever runs the scripts of if-up.d gives resolvconf the name server.
# Truth: the script asks for ADDRFAM, which ifupdown-ng doesn't set (METHOD is none for
# a static address): it runs, does nothing, and /etc/resolv.conf stays empty, with
# status 0. With the three others the name server is there.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# resolvconf 1.91+nmu1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}" resolvconf=1.91+nmu1
lab
cp -r "$pool/resolvconf/etc/." /etc/
cp "$pool/resolvconf/sbin/resolvconf" /usr/sbin/
cp -r "$pool/resolvconf/lib/." "$pool/resolvconf/usr/lib/." /usr/lib/
rm -f /etc/resolv.conf
ln -s /run/resolvconf/resolv.conf /etc/
# A first script makes what a boot makes; a second says what it was told of v0.
cat >/etc/network/if-up.d/000 <<'SH'
#!/bin/sh
mkdir -p /run/resolvconf/interface
touch /run/resolvconf/enable-updates /run/resolvconf/resolv.conf
SH
cat >/etc/network/if-up.d/told <<'SH'
#!/bin/sh
[ "$IFACE" != v0 ] || echo "  $ADDRFAM $METHOD $IF_DNS_NAMESERVERS" >/run/told
SH
chmod 755 /etc/network/if-up.d/000 /etc/network/if-up.d/told
cat >"$pool/file" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    dns-nameservers 10.0.0.53
    dns-search example.org
FILE
expect "what scripts are told, and /etc/resolv.conf" "ifupdown: status 0
  inet static 10.0.0.53
nameserver 10.0.0.53
search example.org
ifupdown-ng: status 0
   none 10.0.0.53
ifupdown2: status 0
  inet static 10.0.0.53
nameserver 10.0.0.53
search example.org
busybox: status 0
  inet static 10.0.0.53
nameserver 10.0.0.53
search example.org" "$(networks "$pool/file" 'cat /run/told; grep -v "^#\|^$" /etc/resolv.conf')"
