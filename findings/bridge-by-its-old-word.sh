#!/bin/bash
# A bridge as cloud-init writes it for /etc/network/interfaces, with the word
# bridge_ports, as the manual of bridge-utils has it.
#
# Guess: _ and - are the same in these words, as they are to ifupdown's own hooks.
# Truth: ifupdown-ng knows bridge-ports alone and passes over the other: no bridge, so
# no address either (Cannot find device), v0 down, and status 0. ifupdown2 makes it
# from either.
# Seen: cloud-init 22.4.2, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}" "${four[@]}"
lab
said=$(cloudinit "$pool" <<'YAML'
network:
  version: 1
  config:
    - {type: physical, name: v0}
    - {type: bridge, name: br0, bridge_interfaces: [v0], subnets: [{type: static, address: 10.2.0.1/24}]}
YAML
)
expect "what it writes" "    bridge_ports v0" "$said$(grep ports "$pool/interfaces")"
sed s/bridge_ports/bridge-ports/ "$pool/interfaces" >"$pool/dash"
# bridge PROGRAM FILE
bridge() {
  # shellcheck disable=SC2016 # the inner shell expands it
  networks "$2" 'ip -4 -o addr show br0 2>/dev/null | grep -o "10[^ ]*" | sed "s/^/  /"; ls /sys/class/net/br0/brif 2>/dev/null | sed "s/^/  port /"' |
    sed -n "/^$1:/,/^[a-z]/{/^$1:\|^ /p}"
}
expect "ifupdown-ng, bridge_ports" "ifupdown-ng: status 0" "$(bridge ifupdown-ng "$pool/interfaces")"
expect "ifupdown-ng, bridge-ports" "ifupdown-ng: status 0
  10.2.0.1/24
  port v0" "$(bridge ifupdown-ng "$pool/dash")"
expect "ifupdown2, bridge_ports" "ifupdown2: status 0
  10.2.0.1/24
  port v0" "$(bridge ifupdown2 "$pool/interfaces")"
