#!/bin/bash
# An interfaces file as a cloud hands it to its machines (OpenStack's config drive, network-interfaces of
# NoCloud's meta-data), which cloud-init reads and writes to /etc/network; here one that cloud-init has
# written itself.
#
# Guess: what it reads it writes as it was, or says what it doesn't know.
# Truth: a second stanza of a card, of the other family or for a second address, is an error, though
# it writes such ones. mtu, vlan-raw-device, bridge_ports and the routes in post-up are gone without
# a word, a bridge is an Ethernet card then. `inet6 auto` and `inet6 dhcp` become
# `inet auto`, which there isn't, and `inet dhcp`.
# Seen: cloud-init 22.4.2 (Debian 12).
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}"
lab
# read_again: the stanzas that cloud-init has written from a configuration on the standard input, and
# those that it makes of them.
read_again() {
  cloudinit /run
  sed '/^auto/d; /lo inet loopback/d; /^$/d' /run/interfaces
  python "
from cloudinit.net import eni, network_state
try:
    state = network_state.parse_net_config_data(eni.convert_eni_data(open('/run/interfaces').read()))
    eni.Renderer({'eni_path': 'again', 'netrules_path': None}).render_network_state(state, target='/run')
    print('read again:')
except eni.ParserError as e:
    open('/run/again', 'w').close()
    print(e)"
  sed '/^auto/d; /lo inet loopback/d; /^$/d' /run/again
}
expect "both families" "iface v0 inet static
    address 10.0.0.1/24
# control-alias v0
iface v0 inet6 static
    address 2001:db8::1/64
Interface v0 can only be defined once. Re-defined in 'None'." "$(read_again <<<'network: {version: 1, config: [
  {type: physical, name: v0, subnets: [{type: static, address: 10.0.0.1/24}, {type: static6, address: "2001:db8::1/64"}]}]}')"
expect "a card and a VLAN" "iface v0 inet static
    address 10.0.0.1/24
    gateway 10.0.0.254
    mtu 1400
    post-up route add -net 192.0.2.0/24 gw 10.0.0.9 || true
    pre-down route del -net 192.0.2.0/24 gw 10.0.0.9 || true
iface lan inet static
    address 10.10.0.1/24
    vlan-raw-device v0
    vlan_id 10
read again:
iface lan inet static
    address 10.10.0.1/24
iface v0 inet static
    address 10.0.0.1/24
    gateway 10.0.0.254" "$(read_again <<<'network: {version: 1, config: [{type: physical, name: v0, mtu: 1400, subnets: [
  {type: static, address: 10.0.0.1/24, gateway: 10.0.0.254, routes: [{destination: 192.0.2.0/24, gateway: 10.0.0.9}]}]},
  {type: vlan, name: lan, vlan_link: v0, vlan_id: 10, subnets: [{type: static, address: 10.10.0.1/24}]}]}')"
expect "a bridge" "iface v0 inet manual
iface br0 inet dhcp
    bridge_ports v0
read again:
iface br0 inet dhcp
# control-manual v0
iface v0 inet manual" "$(read_again <<<'network: {version: 1, config: [{type: physical, name: v0},
  {type: bridge, name: br0, bridge_interfaces: [v0], subnets: [{type: dhcp}]}]}')"
expect "IPv6 by advertisements, by DHCP" "iface v0 inet6 auto
    dhcp 0
iface v1 inet6 dhcp
read again:
iface v0 inet auto
iface v1 inet dhcp" "$(read_again <<<'network: {version: 1, config: [{type: physical, name: v0, subnets: [{type: ipv6_slaac}]},
  {type: physical, name: v1, subnets: [{type: dhcp6}]}]}')"
