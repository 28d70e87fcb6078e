#!/bin/bash
# VLAN 10 of the machine's card v0 is given to a container, whose own cable is called v0 there; and VLAN 10
# of 802.1ad beside that of 802.1Q, as a provider's QinQ has it. Which VLANs are there says
# /proc/net/vlan, which vconfig, too, names as the place to look.
#
# Guess: the machine's list has the VLANs of the machine's cards; one row is one VLAN of a card.
# Truth: the row goes with the VLAN: on the machine nothing is listed and 10 can't be added to v0 (File exists),
# in the container "Device: v0" stands beside a v0 that it isn't on. ip has it as v0.10@if2 there. Both protocols
# have the same row, 10 on v0, and the same page; only ip -d tells them apart.
# Seen: busybox 1.35.0 (its vconfig), iproute2 6.1.0-3 (Debian 12), Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" iproute2=6.1.0-3
guest
busybox=$pool/busybox-static/bin/busybox
pair v0 v1 02:00:00:00:00:01
another
there() { nsenter -t "$far" -n "$@"; }
there ip link add v0 type veth peer name v1
there ip link set v0 address 02:00:00:00:00:77
# vlans [PROCESS]: the list, of this machine or the one that PROCESS is in.
vlans() { sed 1,2d "/proc/${1:-$$}/net/vlan/config" | tr -s ' \t' ' '; }
"$busybox" vconfig add v0 10 || cannot "vlan"
expect "the list" "v0.10 | 10 | v0" "$(vlans)"
ip link set v0.10 netns "$far"
expect "the machine's list" "" "$(vlans)"
expect "vconfig add v0 10" "vconfig: ioctl error for add: File exists" "$("$busybox" vconfig add v0 10 2>&1)"
expect "ip link add" "Error: 8021q: VLAN device already exists." "$("$pool/iproute2/bin/ip" link add link v0 name x type vlan id 10 2>&1)"
expect "the container's list" "v0.10 | 10 | v0" "$(vlans "$far")"
expect "its page" "Device: v0" "$(grep Device "/proc/$far/net/vlan/v0.10")"
expect "their hardware addresses" "v0 02:00:00:00:00:77
v0.10 02:00:00:00:00:01" "$(there ip -o link | sed -nE 's/^[0-9]+: (v0[^@]*)@.*ether ([^ ]*).*/\1 \2/p' | sort)"
expect "ip" "v0.10@if$(cat /sys/class/net/v0/ifindex):" "$(there "$pool/iproute2/bin/ip" -o link show v0.10 | grep -o 'v0.10@[^ ]*')"
there ip link del v0.10
ip link add link v0 name q10 type vlan id 10
ip link add link v0 name s10 type vlan proto 802.1ad id 10
expect "both protocols" "q10 | 10 | v0
s10 | 10 | v0" "$(vlans | sort)"
expect "their pages, the names aside" "" "$(diff /proc/net/vlan/q10 /proc/net/vlan/s10 | grep '^[<>]' | grep -v 'VID: 10')"
expect "ip -d" "protocol 802.1Q id 10
protocol 802.1ad id 10" "$("$pool/iproute2/bin/ip" -d -o link show type vlan | grep -o 'protocol [^ ]* id 10' | sort)"
