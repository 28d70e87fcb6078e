#!/bin/bash
# The ethtool package's words in a stanza, offload-tso off, and a script of one's own in
# if-up.d that is called tunnel.
#
# Guess: whoever runs the scripts of if-up.d runs all of them, and these words work.
# Truth: ifupdown2 passes over a script that is called as one of its own modules (ethtool,
# bridge, vlan, link, tunnel, dhcp and others): the offload stays on, for its module wants
# tso-offload, no script of that name is ever run, and there is no word and status 0. One
# called by any other name is run. The three others do all of it.
# Seen: ethtool 6.1, ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}" ethtool=1:6.1-1 libmnl0=1.0.4-3
lab
cp "$pool/ethtool/sbin/ethtool" /usr/sbin/
cp -a "$pool"/libmnl0/usr/lib/. /usr/lib/
cp "$pool/ethtool/etc/network/if-up.d/ethtool" /etc/network/if-up.d/
for name in tunnel other; do
  # shellcheck disable=SC2016 # the hook's own
  printf '#!/bin/sh\n[ "$IFACE" != v0 ] || echo "  %s ran" >>/run/ran\n' $name >/etc/network/if-up.d/$name
  chmod +x /etc/network/if-up.d/$name
done
cat >"$pool/interfaces" <<'INTERFACES'
auto v0
iface v0 inet static
  address 10.0.0.1
  netmask 255.255.255.0
  offload-tso off
INTERFACES
expect "v0" "ifupdown: status 0
  offload off
  other ran
  tunnel ran
ifupdown-ng: status 0
  offload off
  other ran
  tunnel ran
ifupdown2: status 0
  offload on
  other ran
busybox: status 0
  offload off
  other ran
  tunnel ran" "$(networks "$pool/interfaces" 'ethtool -k v0 | sed -n "s/^tcp-segmentation-offload: /  offload /p"; sort /run/ran')"
