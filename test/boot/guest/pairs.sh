# shellcheck shell=sh
# Shows pairs: what Debian's tool prints and what ours prints instead of it.
# shellcheck source=/dev/null
. /lib/common.sh

# state is all that the tools show of the kernel and that moves by itself.
state() { busybox cat /proc/net/dev /proc/net/if_inet6 /proc/net/route; }

# list shows a listing. Messages and statuses are not a dialect's business.
list() {
  echo "# $*"
  "$@" 2>/dev/null || true
}

# both runs the tool of a dialect and ours on one state of the kernel.
both() {
  dialect=$1 tool=$2
  shift 2
  case $dialect in
    busybox) theirs="busybox $tool" ;;
    *) theirs=/nettools/$tool ;;
  esac
  before=
  while [ "$before" != "$(state)" ]; do
    before=$(state)
    # shellcheck disable=SC2086
    list $theirs "$@" >/tmp/theirs
    list "/sbin/$tool" "--dialect=$dialect" "$@" >/tmp/ours
  done
  busybox cat /tmp/theirs /tmp/ours
}

# listings compares all ways to list.
listings() {
  for dialect in net-tools-2.10 busybox; do
    both "$dialect" ifconfig -a
    both "$dialect" ifconfig
    both "$dialect" route -n
    both "$dialect" route -en
    both "$dialect" route -A inet6 -n
  done
  both net-tools-2.10 ifconfig -s
  both net-tools-2.10 ifconfig -s -a
  both net-tools-2.10 route -een
}

# one compares the listings of one link after the other.
one() {
  for name in "$@"; do
    for dialect in net-tools-2.10 busybox; do
      both "$dialect" ifconfig "$name"
    done
  done
}
