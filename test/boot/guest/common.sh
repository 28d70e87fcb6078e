# shellcheck shell=sh
# What the machines' scripts share. A preparation that fails ends a script. The
# shell is busybox's, which would run its own commands of these names if it
# weren't told to run ours.
set -e
PATH=/sbin:/bin
ifconfig() { /sbin/ifconfig "$@"; }
route() { /sbin/route "$@"; }
ifup() { /sbin/ifup "$@"; }
ifdown() { /sbin/ifdown "$@"; }

# run shows a command as one sees it who types it, and the status if it isn't 0.
run() {
  echo "# $*"
  "$@" 2>&1 || echo "[$?]"
}

# load loads the modules that were put into the machine, in their order.
load() {
  while read -r module; do
    busybox insmod "$module"
  done </modules/order
}

# off ends the script; a screen without it is that of a script that broke off.
off() {
  echo "# poweroff"
  busybox poweroff -f
}
