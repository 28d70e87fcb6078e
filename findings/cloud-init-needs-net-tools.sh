#!/bin/bash
# Routes of a card in cloud-init's network configuration, on a Debian whose network is
# ifupdown's.
#
# Guess: they are made by ip, which ifupdown depends on.
# Truth: cloud-init writes `post-up route add -net ... || true` and its package depends
# on nothing that has route: without net-tools the address comes up, the routes don't,
# and the status is 0. A default route in the same list is lost likewise.
# Seen: cloud-init 22.4.2-1+deb12u4, ifupdown 0.8.41, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}" ifupdown=0.8.41 net-tools=2.10-0.1+deb12u2
lab
pair v0 v1 02:00:00:00:00:01
said=$(cloudinit "$pool" <<'YAML'
network:
  version: 1
  config:
    - type: physical
      name: v0
      subnets:
        - type: static
          address: 10.0.0.1/24
          routes:
            - {network: 10.9.0.0, netmask: 255.255.0.0, gateway: 10.0.0.254}
            - {network: 0.0.0.0, netmask: 0.0.0.0, gateway: 10.0.0.253}
YAML
)
expect "what it writes" "    post-up route add -net 10.9.0.0/16 gw 10.0.0.254 || true
    post-up route add default gw 10.0.0.253 || true" "$said$(grep post-up "$pool/interfaces")"
expect "net-tools among the packages that cloud-init depends on" "0" \
  "$(dpkg -f "$(deb "${FINDING_DEBS:-$pool}" "${cloudinit[0]}")" Pre-Depends Depends Recommends | grep -cw net-tools)"
rm -f /usr/sbin/route
expect "ifup -a without net-tools" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255" "$(up ifupdown "$pool/interfaces"; state)"
"$pool/ifupdown/sbin/ifdown" -a >/dev/null 2>&1
cp "$pool/net-tools/sbin/route" /usr/sbin/
expect "ifup -a with it" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
  default via 10.0.0.253 dev v0
  10.9.0.0/16 via 10.0.0.254 dev v0" "$(up ifupdown "$pool/interfaces"; state)"
