#!/bin/bash
# A route of the machine, by a gateway on v0, in cloud-init's network configuration,
# beside a second card v1.
#
# Guess: the route belongs to the card that its gateway is on, or to none.
# Truth: cloud-init writes it as post-up and pre-down commands below a blank line at
# the end of the file, and a blank line doesn't end a stanza: they are v1's, the last.
# Taking v1 down takes away v0's route. If v1 has no address it isn't auto, and the
# route is never made. Either status is 0.
# Seen: cloud-init 22.4.2, ifupdown 0.8.41, net-tools 2.10-0.1+deb12u2, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}" ifupdown=0.8.41 net-tools=2.10-0.1+deb12u2
lab
cp "$pool/net-tools/sbin/route" /usr/sbin/
pair v0 far0 02:00:00:00:00:01
pair v1 far1 02:00:00:00:00:02
# card VALUES: the file for a v1 with VALUES, and it up.
card() {
  cloudinit "$pool" <<YAML
network:
  version: 1
  config:
    - {type: physical, name: v0, subnets: [{type: static, address: 10.0.0.1/24}]}
    - {type: physical, name: v1$1}
    - {type: route, destination: 10.8.0.0/16, gateway: 10.0.0.254}
YAML
  up ifupdown "$pool/interfaces"
}
route() { ip route show 10.8.0.0/16; }
up=$(card ", subnets: [{type: static, address: 10.1.0.1/24}]")
expect "ifup -a" "ifupdown: status 0
10.8.0.0/16 via 10.0.0.254 dev v0 " "$up
$(route)"
down=$("$pool/ifupdown/sbin/ifdown" v1; echo "status $?"; route)
expect "ifdown v1" "status 0" "$down"
"$pool/ifupdown/sbin/ifdown" -a >/dev/null 2>&1
expect "ifup -a, v1 without an address" "ifupdown: status 0" "$(card ""; route)"
