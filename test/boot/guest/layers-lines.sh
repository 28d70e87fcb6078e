# shellcheck shell=sh
# What the lines are typed with.
PATH=/sbin:/bin
vconfig() { /sbin/vconfig "$@" >/tmp/said 2>&1 || { busybox sed 's/.*: //' /tmp/said | busybox tail -n 1; }; }
brctl() { /sbin/brctl "$@" 2>/dev/null || echo refused; }
ifenslave() { /sbin/ifenslave "$@"; }
ifconfig() { /sbin/ifconfig "$@"; }
setname() { /bin/classicnet ifconfig "$1" name "$2"; }
links() { busybox sleep 2; /bin/ip -br addr | busybox grep -v -e '^p[0-9]' -e '^lo' | busybox sed 's/ *$//'; }
