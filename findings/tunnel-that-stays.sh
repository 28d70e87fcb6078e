#!/bin/bash
# The devices that a tunnel's module brings along, tunl0, gre0, gretap0, sit0, ip6tnl0, and that
# ifconfig -a lists ever after: ip link del tunl0
#
# Guess: they go, or there is an error.
# Truth: status 0, not a word, and they are still there. `ip tunnel del` and net-tools'
# iptunnel del, by ioctl, say Operation not permitted. They are in every network
# namespace that is made from then on.
# Seen: iproute2 6.1.0-3, net-tools 2.10-0.1+deb12u2, Linux 6.1.176.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=findings/guest.bash
. "$(dirname "$0")/guest.bash"
packages "${kernel[@]}" iproute2=6.1.0-3 net-tools=2.10-0.1+deb12u2
guest
ip=$pool/iproute2/bin/ip
ip link add t1 type ipip remote 192.0.2.1 local 192.0.2.2 || cannot "ipip"
ip link add g1 type gre remote 192.0.2.1 local 192.0.2.2 || cannot "gre"
ip link add s1 type sit remote 192.0.2.1 local 192.0.2.2 || cannot "sit"
ip link add i1 type ip6tnl remote 2001:db8::1 local 2001:db8::2 || cannot "ip6tnl"
# there: which of the names is a device.
there() { for n in tunl0 gre0 gretap0 sit0 ip6tnl0; do [ ! -e /sys/class/net/$n ] || echo $n; done; }
all="tunl0
gre0
gretap0
sit0
ip6tnl0"
expect "a tunnel of each kind" "$all" "$(there)"
expect "ip link del t1" "status 0" "$($ip link del t1 2>&1; echo "status $?")"
for n in $all; do expect "ip link del $n" "status 0" "$($ip link del "$n" 2>&1; echo "status $?")"; done
expect "what is there" "$all" "$(there)"
expect "ip tunnel del tunl0" 'delete tunnel "tunl0" failed: Operation not permitted' "$($ip tunnel del tunl0 2>&1)"
expect "iptunnel del tunl0" "ioctl: Operation not permitted" "$("$pool/net-tools/sbin/iptunnel" del tunl0 2>&1)"
export -f there
expect "a new namespace" "$all" "$(unshare -n bash -c 'mount -t sysfs sysfs /sys; there')"
