#!/bin/bash
# v0's stanzas of both families, inet and inet6, and Ansible's interfaces_file, told to set
# v0's address to 10.0.0.9.
#
# Guess: an IPv4 address goes to the inet stanza, or the task fails: which of the two?
# Truth: the last stanza of the card wins, whatever its family: the IPv6 stanza has the
# address 10.0.0.9, the old IPv4 address stays, and the task has "changed" something. ifup
# fails on it at the next boot. With address_family said all is well.
# Seen: ansible 7.7.0, ansible-core 2.14.18, ifupdown 0.8.41 (Debian 12), iproute2 6.1, Linux
# 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${ansible[@]}" ansible=7.7.0+dfsg-3+deb12u1 ifupdown=0.8.41
lab
pair v0 v1 02:00:00:00:00:01
ip link set v0 down
# task WORDS: the file after it, and what it says of itself.
task() {
  printf 'auto v0\niface v0 inet static\n\taddress 10.0.0.1\n\tnetmask 255.255.255.0\niface v0 inet6 static\n\taddress 2001:db8::1\n\tnetmask 64\n' >/etc/network/interfaces
  echo "{\"ANSIBLE_MODULE_ARGS\": {\"dest\": \"/etc/network/interfaces\", \"iface\": \"v0\", $1}}" >/run/task
  python '
import runpy, sys
sys.argv[1:] = ["/run/task"]
runpy.run_module("ansible_collections.community.general.plugins.modules.interfaces_file", run_name="__main__")' |
    grep -o '"changed": [a-z]*'
  tail -n +2 /etc/network/interfaces | tr '\t' ' ' | sed 's/^  */ /'
}
expect "an address" '"changed": true
iface v0 inet static
 address 10.0.0.1
 netmask 255.255.255.0
iface v0 inet6 static
 address 10.0.0.9
 netmask 64' "$(task '"option": "address", "value": "10.0.0.9"')"
expect "ifup" "status 1, 10.0.0.1/24" "$("$pool/ifupdown/sbin/ifup" -a >/run/said 2>&1; echo "status $?, $(ip -o addr show v0 | awk '{ print $4 }' | paste -sd' ')")"
expect "an address of a family" '"changed": true
iface v0 inet static
 address 10.0.0.9
 netmask 255.255.255.0
iface v0 inet6 static
 address 2001:db8::1
 netmask 64' "$(task '"option": "address", "value": "10.0.0.9", "address_family": "inet"')"
