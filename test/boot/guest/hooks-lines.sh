# shellcheck shell=sh
# What the lines are typed with.
PATH=/sbin:/bin
# ifup is Debian's or ours.
ifup() { /sbin/ifup "$@"; }
ifdown() { /sbin/ifdown "$@"; }
ifquery() { /sbin/ifquery "$@"; }
ip() { /lib/ip "$@"; }
use() { busybox cp "/files/$1" /etc/network/interfaces; }
# bonds has no active slave of a bond that asks nobody: it changes by the second.
bonds() {
  for b in /sys/class/net/bond*/bonding; do
    [ -d "$b" ] || continue
    busybox printf '%s:' "$(busybox basename "${b%/bonding}")"
    for f in mode miimon updelay downdelay slaves primary lacp_rate xmit_hash_policy arp_interval arp_ip_target primary_reselect num_grat_arp ad_select; do
      busybox printf ' %s=%s;' "$f" "$(cat "$b/$f" 2>/dev/null)"
    done
    [ "$(cat "$b/arp_interval")" -ne 0 ] || busybox printf ' active_slave=%s;' "$(cat "$b/active_slave")"
    echo
  done
}
# options are those of a bond that few have.
options() {
  busybox sleep 1
  for f in mode slaves miimon updelay downdelay arp_interval primary fail_over_mac use_carrier resend_igmp num_unsol_na tlb_dynamic_lb packets_per_slave queue_id min_links xmit_hash_policy arp_validate active_slave; do
    echo "$f=$(cat "/sys/class/net/$1/bonding/$f" 2>/dev/null)"
  done
}
# vlan makes one and gives it a name.
vlan() {
  /bin/classicnet vconfig add "$1" "$2" >/dev/null
  /bin/classicnet ifconfig "$1.$2" name "$3"
}
# links are what was asked for: carriers come in their own time.
links() {
  for i in /sys/class/net/*/flags; do
    i=${i%/flags} && i=${i##*/}
    case $i in p[0-9]) continue ;; esac
    state=DOWN
    [ $(($(cat "/sys/class/net/$i/flags") & 1)) -eq 0 ] || state=UP
    echo "$i $state $(ip -4 -o addr show dev "$i" | busybox awk '{ print $4 }' | busybox tr '\n' ' ')" | busybox sed 's/ *$//'
  done
}
state() {
  busybox sleep 1
  links
  busybox tail -n +3 /proc/net/vlan/config
  bonds
  echo "ifstate: $(busybox tr '\n' ' ' </run/network/ifstate | busybox sed 's/ *$//')"
}
# undo takes away what is left behind, as one does by hand.
undo() {
  for path in /sys/class/net/*; do
    case ${path##*/} in
      lo | eth[0-9] | p[0-9] | bonding_masters) ;;
      *) /lib/ip link delete "${path##*/}" 2>/dev/null || true ;;
    esac
  done
  for n in 0 1 2 3; do
    /lib/ip addr flush dev "eth$n"
    /lib/ip link set "eth$n" down
  done
  busybox rm -rf /run/network
  busybox mkdir -p /run/network
}
