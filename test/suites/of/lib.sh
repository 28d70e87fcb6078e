# shellcheck shell=bash
# What the suites share. Each runs in namespaces of its own, with $PEERS_DIR and $PEERS_HERE from
# test/suites/run, and prints a line for each test: passed, failed or skipped, a tab, its
# name.
set -u
unset CLASSICNET_DIALECT
mount -t sysfs sysfs /sys
[ ! -d /etc/network ] || mount -t tmpfs tmpfs /etc/network
ip link set lo up
export LC_ALL=C HOME=$PEERS_DIR

# outcome WORD NAME
outcome() { printf '%s\t%s\n' "$1" "$2"; }

# commands NAME...: commands that do nothing, where ifup looks for commands.
commands() {
  local name
  mount -t tmpfs tmpfs /usr/local/sbin
  for name; do ln -s /bin/true "/usr/local/sbin/$name"; done
  export PATH=/usr/local/sbin:$PATH
}

# cable A B N: two ends of a cable with fixed hardware addresses, and no IPv6 address
# that nobody asked for.
cable() {
  ip link add "$1" address "02:00:00:00:00:$3" type veth peer name "$2" address "02:00:00:00:01:$3"
  ip link set "$1" addrgenmode none
  ip link set "$2" addrgenmode none
}
