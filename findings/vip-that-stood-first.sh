#!/bin/bash
# A server that becomes the first of a cluster: v0's own address so far, 10.0.0.8, is to be the virtual
# one; for itself it got an alias, ifconfig v0:1 10.0.0.1.
#
# Guess: who takes 10.0.0.8 away takes away 10.0.0.8.
# Truth: the kernel takes all others of its network with a first one, unless promote_secondaries is 1 (as
# systemd sets it at boot). keepalived, as it starts, takes away what it isn't yet to have: v0
# is empty. It becomes master all the same, says so as 10.0.0.1, which nobody has any more, and
# leaves v0 empty at its end. Pacemaker's IPaddr2 does so at stop, with status 0.
# Seen: keepalived 2.2.7, resource-agents 4.12.0, net-tools 2.10-0.1+deb12u2,
# iproute2 6.1.0-3, Linux 6.18.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages keepalived=1:2.2.7-1+b2 libnl-3-200=3.7.0-0.2+b1 libnl-genl-3-200=3.7.0-0.2+b1 libsnmp40=5.9.3+dfsg-2+deb12u1 \
  libip4tc2=1.8.9-2 libip6tc2=1.8.9-2 libxtables12=1.8.9-2 libnftnl11=1.2.4-2 libmnl0=1.0.4-3 libsensors5=1:3.6.0-7.1 \
  libwrap0=7.6.q-32 libpci3=1:3.9.0-4 libperl5.36=5.36.0-7+deb12u4 libglib2.0-0=2.74.6-2+deb12u9 resource-agents=1:4.12.0-2 \
  net-tools=2.10-0.1+deb12u2 iproute2=6.1.0-3
lab
pacemaker
export OCF_RESKEY_ip=10.0.0.8 OCF_RESKEY_cidr_netmask=24
pair v0 v1 02:00:00:00:00:01
addresses() { ip -4 -o addr show v0 | awk '{ print $4 }' | paste -sd' '; }
# first: v0 as told.
first() {
  ip addr flush dev v0
  "$pool/net-tools/sbin/ifconfig" v0 10.0.0.8 netmask 255.255.255.0
  "$pool/net-tools/sbin/ifconfig" v0:1 10.0.0.1 netmask 255.255.255.0
}
# heard: the address that a master speaks as.
heard() {
  timeout 10 /usr/bin/python3 -c '
import socket
s = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.ntohs(0x800))
s.bind(("v1", 0x800))
p = b""
while p[9:10] != b"p": p = s.recv(2000)
print("master:", socket.inet_ntoa(p[12:16]))'
}
cat >/run/keepalived.conf <<'CONF'
vrrp_instance a {
  interface v0
  virtual_router_id 7
  priority 100
  virtual_ipaddress {
    10.0.0.8/24
  }
}
CONF
# keepalived: v0 while it waits, the master's word, v0 then and after its end.
keepalived() {
  first
  LD_LIBRARY_PATH=$(library_path) "$pool/keepalived/usr/sbin/keepalived" -n -l -P -f /run/keepalived.conf -p /run/keepalived.pid -r /run/vrrp.pid >/run/said 2>&1 &
  timeout 10 sh -c 'until grep -qs "Entering BACKUP STATE" /run/said; do sleep 0.1; done' || cannot "keepalived, which says $(tail -n1 /run/said)"
  sleep 0.5
  echo "waiting: $(addresses)"
  heard
  sleep 0.5
  echo "as master: $(addresses)"
  kill $!
  wait $!
  echo "at the end: $(addresses)"
}
# stop: what IPaddr2 leaves.
stop() {
  first
  /usr/lib/ocf/resource.d/heartbeat/IPaddr2 stop >/run/said 2>&1
  echo "IPaddr2 stop: status $? $(addresses)"
}
echo 0 >/proc/sys/net/ipv4/conf/v0/promote_secondaries
echo 0 >/proc/sys/net/ipv4/conf/all/promote_secondaries
expect "keepalived" "waiting: 
master: 10.0.0.1
as master: 10.0.0.8/24
at the end: " "$(keepalived)"
expect "Pacemaker" "IPaddr2 stop: status 0 " "$(stop)"
echo 1 >/proc/sys/net/ipv4/conf/v0/promote_secondaries
expect "keepalived, promote_secondaries" "waiting: 10.0.0.1/24
master: 10.0.0.1
as master: 10.0.0.1/24 10.0.0.8/24
at the end: 10.0.0.1/24" "$(keepalived)"
expect "Pacemaker, promote_secondaries" "IPaddr2 stop: status 0 10.0.0.1/24" "$(stop)"
