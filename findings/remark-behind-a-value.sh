#!/bin/bash
# `mtu 1400 # for the tunnel` and `gateway 10.0.0.254 # the router` in
# /etc/network/interfaces.
#
# Guess: the rest of the line is a remark, or the whole file is refused.
# Truth: with ifupdown and busybox the value goes into a line for sh, where # ends
# the command and takes what the program wrote behind it. Behind the mtu that is
# `up` (and busybox' device): v0 gets its address and stays down, so the route fails.
# Behind the gateway it is metric and device: a route without the metric, and status
# 0. ifupdown2 says a warning of the mtu and ends with 0. ifupdown-ng alone reads a
# remark.
# Seen: ifupdown 0.8.41, ifupdown-ng 0.11.4~rc1, ifupdown2 3.0.0, busybox 1.35.0,
# iproute2 6.1, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${four[@]}"
lab
cat >"$pool/mtu" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    gateway 10.0.0.254
    mtu 1400 # for the tunnel
    metric 50
FILE
cat >"$pool/gateway" <<'FILE'
auto v0
iface v0 inet static
    address 10.0.0.1
    netmask 255.255.255.0
    gateway 10.0.0.254 # the router
    metric 50
FILE
# shellcheck disable=SC2016 # expanded later
show='state; ip link show v0 | grep -o "mtu [0-9]*\|state [A-Z]*" | paste -sd " " | sed "s/^/  /"'
expect "ifup -a, mtu and a remark" "ifupdown: status 1
  10.0.0.1/24 brd 10.0.0.255
  mtu 1400 state DOWN
ifupdown-ng: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 metric 50
  mtu 1400 state UP
ifupdown2: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 proto kernel metric 50 onlink
  mtu 1500 state UP
busybox: status 1
  10.0.0.1/24
  mtu 1500 state DOWN" "$(networks "$pool/mtu" "$show")"
expect "ifup -a, gateway and a remark" "ifupdown: status 0
  10.0.0.1/24 brd 10.0.0.255
  default via 10.0.0.254 dev v0
ifupdown-ng: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0 metric 50
ifupdown2: status 1
  10.0.0.1/24
busybox: status 0
  10.0.0.1/24
  default via 10.0.0.254 dev v0" "$(networks "$pool/gateway")"
