# shellcheck shell=bash
# What every finding needs. Source it first, then call packages, lab, and say what
# is so with expect. A finding ends with 0 (as told), 1 (no more so) or 77 (can't
# be had here).
set -u
# Messages and sort orders are the same on every machine.
export LC_ALL=C.UTF-8

# cannot TEXT: what is needed isn't here.
cannot() {
  echo "can't be had: $*"
  exit 77
}

# packages NAME=VERSION ...: Debian's packages of these very versions, each
# unpacked into $pool/NAME; nothing is installed. FINDING_DEBS is a folder where a run
# keeps them for the next finding, modules of Go and npm with them.
packages() {
  [ -z "${FINDING_POOL:-}" ] || { pool=$FINDING_POOL; return; }
  pool=$(mktemp -d)
  trap 'rm -rf "$pool"' EXIT
  local p debs=${FINDING_DEBS:-$pool} missing=()
  for p in "$@"; do [ -n "$(deb "$debs" "$p")" ] || missing+=("$p"); done
  [ ${#missing[@]} = 0 ] || (cd "$debs" && apt-get -qq -o APT::Sandbox::User=root download "${missing[@]}" >/dev/null 2>&1) ||
    cannot "packages ${missing[*]}"
  for p in "$@"; do
    unpack "$(deb "$debs" "$p")" "$pool/${p%%=*}" || cannot "package $p unpacked"
    echo "package $p"
  done
  echo "kernel $(uname -r)"
}

# unpack DEB FOLDER: a kernel without its drivers of hardware, four fifths of it.
unpack() {
  case $1 in
  */linux-image-*)
    mkdir "$2"
    dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --exclude='*/kernel/sound' --exclude='*/kernel/drivers/[!nv]*' \
      --exclude='*/drivers/net/ethernet' --exclude='*/drivers/net/wireless/[!v]*'
    ;;
  *) dpkg -x "$1" "$2" ;;
  esac
}

# deb FOLDER NAME=VERSION: the file of this package in FOLDER, if it is there.
deb() {
  local version=${2#*=}
  compgen -G "$1/${2%%=*}_${version//:/%3a}_*.deb"
}

# need_node: says which node runs, or that there is none.
need_node() {
  [ -z "${FINDING_POOL:-}" ] || return 0
  command -v node >/dev/null || cannot "node"
  echo "package node=$(node --version)"
}

# npm NAME@VERSION ...: packages of the npm registry in $pool/npm; no script of theirs
# runs. Say packages first.
npm() {
  [ -z "${FINDING_POOL:-}" ] || return 0
  need_node
  command npm --prefix "$pool/npm" --cache "${FINDING_DEBS:-$pool}/npm-cache" install --ignore-scripts --no-audit --no-fund --silent "$@" \
    >/dev/null 2>&1 || cannot "npm $*"
  printf 'package %s\n' "$@"
}

# program SOURCE MODULE@VERSION ...: the Go program SOURCE, built with these modules,
# as $pool/program. Say packages first.
program() {
  [ -z "${FINDING_POOL:-}" ] || return 0
  command -v go >/dev/null || cannot "go"
  mkdir "$pool/go" && echo "$1" >"$pool/go/main.go"
  shift
  (
    export GOMODCACHE=${FINDING_DEBS:-$pool}/gomod GOFLAGS="-modcacherw -trimpath" GOWORK=off CGO_ENABLED=0
    cd "$pool/go" && go mod init finding && { [ $# = 0 ] || go get "$@"; } && go build -o "$pool/program" .
  ) >/dev/null 2>&1 || cannot "Go modules $*"
  printf 'package %s\n' "$@" "$(go env GOVERSION)"
}

# python CODE: Debian's python3 with the modules of packages.
python() {
  [ -x /usr/bin/python3.11 ] || cannot "python3.11, which the modules are made for"
  PYTHONPATH=$(printf '%s:' "$pool"/*/usr/lib/python3/dist-packages) /usr/bin/python3 -c "$1"
}

# holding CODE: a Python program that stays, as $holder, until the lab ends, with what
# CODE has made.
# shellcheck disable=SC2034 # for those who source this
holding() {
  rm -f /run/ready
  (PYTHONPATH="" exec /usr/bin/python3 -c "$1
open('/run/ready', 'w').close()
import time
time.sleep(100)") &
  holder=$!
  timeout 20 sh -c 'until [ -e /run/ready ]; do sleep 0.1; done' || cannot "a program that holds what it should"
}

# ansible FORMAT FACTS: Ansible's facts of the network at FACTS (a key after the other),
# as Python's FORMAT has them. Needs the packages of ansible.
# shellcheck disable=SC2034 # for those who source this
ansible=(ansible-core=2.14.18-0+deb12u2 python3-yaml=6.0-3+b2 python3-jinja2=3.1.2-1+deb12u3
  python3-markupsafe=2.1.2-1+b1 python3-packaging=23.0-1)
ansible() {
  python "
import shutil, subprocess
from ansible.module_utils.facts.network.linux import LinuxNetwork
class Module:
    def get_bin_path(self, name, *_, **__): return shutil.which(name)
    def run_command(self, command, **_):
        done = subprocess.run(command, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr
print('$1'.format(**LinuxNetwork(Module()).populate()$2))" 2>/run/said
}

# lab: the rest of the script runs in network, mount, process and host name namespaces
# of its own: an empty /run, /var/lib and /var/tmp, an /etc, /usr and /root whose changes go with
# it, lo up.
lab() {
  if [ -z "${FINDING_POOL:-}" ]; then
    [ "$(id -u)" = 0 ] || cannot "root"
    FINDING_POOL=$pool timeout 120 unshare -n -m -p -u -f --kill-child bash "$0"
    exit
  fi
  local d
  # shellcheck disable=SC2015 # either failure is one
  mount -t proc proc /proc && mount -t sysfs sysfs /sys && mount -t tmpfs tmpfs /mnt || cannot "namespaces"
  for d in etc usr root; do
    mkdir -p "/mnt/$d.up" "/mnt/$d.work"
    mount -t overlay overlay -o "lowerdir=/$d,upperdir=/mnt/$d.up,workdir=/mnt/$d.work" "/$d" || cannot "overlayfs"
  done
  for d in /run /var/lib /var/tmp; do mount -t tmpfs tmpfs "$d"; done
  mkdir -p /run/network /etc/network/if-{pre-up,up,down,post-down}.d
  ip link set lo up
}

# pair A B ADDRESS: two ends of a cable, both up, the first with a fixed hardware
# address and without IPv6 addresses that nobody asked for.
pair() {
  ip link add "$1" type veth peer name "$2" || cannot "veth"
  ip link set "$1" address "$3" addrgenmode none
  ip link set "$2" addrgenmode none
  ip link set "$1" up
  ip link set "$2" up
}

# another: a second machine, whose network is that of the process $far.
another() {
  unshare -n sleep 100 &
  far=$!
  while [ "$(readlink /proc/$far/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
}

# pacemaker: its agents of addresses, with the ip of their time, in /usr/lib/ocf.
pacemaker() {
  cp -r "$pool/resource-agents/usr/lib/ocf" /usr/lib/
  mkdir -p /run/resource-agents
  cp "$pool/iproute2/bin/ip" /usr/sbin/
  PATH=/usr/sbin:$PATH
  export OCF_ROOT=/usr/lib/ocf HA_LOGFACILITY=none
}

# hooks PACKAGE ...: the scripts that these packages hang into ifupdown, and ifupdown
# itself, where they look for each other.
hooks() {
  local p
  for p in ifupdown "$@"; do
    cp -r "$pool/$p/etc/network/." /etc/network/
    [ ! -d "$pool/$p/lib" ] || cp -r "$pool/$p/lib/." /usr/lib/
    [ ! -d "$pool/$p/sbin" ] || cp -r "$pool/$p/sbin/." /usr/sbin/
  done
}

# networks FILE: brings the interfaces file up by each of the four programs that
# read one, each in a lab of its own, and shows what became of v0: a line each of
# status, addresses and routes. Needs the packages of four.
# shellcheck disable=SC2034 # for those who source this
four=(ifupdown=0.8.41 ifupdown-ng=0.11.4~rc1-1+b2 ifupdown2=3.0.0-1.1 busybox-static=1:1.35.0-4+deb12u1+b1)

# up PROGRAM FILE
up() {
  cp "$2" /etc/network/interfaces
  case $1 in
  ifupdown) "$pool/ifupdown/sbin/ifup" -a ;;
  busybox) "$pool/busybox-static/bin/busybox" ifup -a ;;
  ifupdown-ng)
    cp -r "$pool/ifupdown-ng/usr/libexec/." /usr/libexec/
    cp "$pool/ifupdown-ng/etc/network/ifupdown-ng.conf" /etc/network/
    "$pool/ifupdown-ng/sbin/ifup" -a
    ;;
  ifupdown2)
    cp -r "$pool/ifupdown2/usr/share/." /usr/share/
    cp -r "$pool/ifupdown2/etc/network/." /etc/network/
    ln -s /usr/share/ifupdown2/__main__.py /run/ifup
    /usr/bin/python3 /run/ifup -a
    ;;
  esac >/run/said 2>&1
  echo "$1: status $?"
}

# state: the IPv4 addresses of v0 and the IPv4 routes, without what the kernel adds.
state() {
  ip -4 -o addr show v0 | sed 's/^.*inet /  /; s/ *scope.*//'
  ip -4 route show | grep -v 'proto kernel scope link' | sed 's/^/  /; s/ *$//'
}

# networks FILE [SHOW]: state, or what SHOW prints, after up, for each of the four.
networks() {
  local p
  for p in ifupdown ifupdown-ng ifupdown2 busybox; do
    # shellcheck disable=SC2016 # the inner shell expands it
    unshare -n -m bash -c '
      . "$0"; pool=$1
      mount -t sysfs sysfs /sys; mount -t tmpfs tmpfs /run; mount -t tmpfs tmpfs /var/tmp; mkdir -p /run/network
      ip link set lo up; pair v0 v1 02:00:00:00:00:01; ip link set v0 down
      up "$2" "$3"; eval "$4"' "$(dirname "$0")/lib.sh" "$pool" "$p" "$1" "${2:-state}"
  done
}

# expect WHAT WANT GOT: a finding holds while GOT is WANT.
expect() {
  if [ "$2" = "$3" ]; then
    printf '%s:\n%s\n' "$1" "$3"
    return
  fi
  printf '%s is not what it was (-was +is):\n' "$1"
  diff <(echo "$2") <(echo "$3") | sed -n 's/^</-/p; s/^>/+/p'
  exit 1
}

# What three clients make of a lease. Needs the packages of clients.
# shellcheck disable=SC2034 # likewise
clients=(isc-dhcp-client=4.4.3-P1-2 udhcpc=1:1.35.0-4+deb12u1+b1 dhcpcd-base=9.4.1-24~deb12u5 busybox-static=1:1.35.0-4+deb12u1+b1)

# serve OPTIONS: a DHCP server at the other end of v0's cable, in a namespace of its
# own, that sends OPTIONS (lines of udhcpd.conf(5)).
serve() {
  local far
  unshare -n sleep 100 &
  far=$!
  sleep 0.5
  pair v0 v1 02:00:00:00:00:01
  ip link set v1 netns "$far"
  printf 'start 10.0.0.10\nend 10.0.0.20\ninterface v1\nlease_file /run/leases\n%s\n' "$1" >/run/udhcpd.conf
  touch /run/leases /run/resolv.conf
  nsenter -t "$far" -n sh -c "ip link set v1 up; ip addr add 10.0.0.254/24 dev v1
    exec '$pool/busybox-static/bin/busybox' udhcpd -f /run/udhcpd.conf" >/run/server 2>&1 &
  sleep 0.5
  mount --bind /run/resolv.conf /etc/resolv.conf
  mkdir -p /var/lib/dhcp /var/lib/dhcpcd /run/dhcpcd /usr/lib/dhcpcd /etc/dhcp
  cp -r "$pool/dhcpcd-base/usr/lib/dhcpcd/." /usr/lib/dhcpcd/
  cp -r "$pool/isc-dhcp-client/etc/dhcp/." /etc/dhcp/
  [ ! -e "$pool/libklibc" ] || cp -r "$pool/libklibc/lib/." /usr/lib/
}

# lease CLIENT: the state of v0 with its lease, its MTU last; then all of it is gone again.
lease() {
  local c
  echo "$1"
  case $1 in
  udhcpc) "$pool/busybox-static/bin/busybox" udhcpc -n -q -i v0 -O staticroutes -s "$pool/udhcpc/etc/udhcpc/default.script" ;;
  dhclient) "$pool/isc-dhcp-client/sbin/dhclient" -1 -sf "$pool/isc-dhcp-client/sbin/dhclient-script" \
    -cf /etc/dhcp/dhclient.conf -lf /run/dhclient.leases -pf /run/dhclient.pid v0 ;;
  dhcpcd) "$pool/dhcpcd-base/usr/sbin/dhcpcd" -4 -1 -t 15 -f "$pool/dhcpcd-base/etc/dhcpcd.conf" v0 ;;
  klibc) "$pool/klibc-utils/usr/lib/klibc/bin/ipconfig" -t 10 :::::v0:dhcp ;;
  networkd) networkd ;;
  esac >/run/said 2>&1
  ip -4 -o addr show v0 | sed 's/^.*inet /  /; s/ *brd.*//; s/ *metric.*//; s/ *scope.*//'
  ip -4 route show | grep -v 'scope link' | sed 's/^/  /; s/ proto.*//; s/ *$//'
  ip link show v0 | grep -o 'mtu [0-9]*' | sed 's/^/  /'
  ! declare -F also >/dev/null || also
  for c in dhclient networkd; do
    [ ! -e "/run/$c.pid" ] || { kill "$(cat "/run/$c.pid")"; rm "/run/$c.pid"; }
  done
  ip addr flush dev v0
  ip link set v0 mtu 1500
}

# leases [CLIENT ...]: what each of them, or the first three, makes of it. A function
# before() of the script is called before each, also() while it has its lease.
leases() {
  local c
  [ $# -gt 0 ] || set -- udhcpc dhclient dhcpcd
  for c in "$@"; do
    ! declare -F before >/dev/null || before
    lease "$c"
  done
}

# Two more clients: the one of Debian's initramfs, and systemd's.
# shellcheck disable=SC2034 # likewise
klibc=(klibc-utils=2.0.12-1 libklibc=2.0.12-1)
# shellcheck disable=SC2034 # likewise
networkd=(systemd=252.39-1~deb12u2 libsystemd-shared=252.39-1~deb12u2 libip4tc2=1.8.9-2 libkmod2=30+20221128-1)

# networkd: systemd-networkd, until it has a lease for v0 and a second more. It
# takes /sys for a container's, without udev, if that is read-only.
networkd() {
  grep -q ^systemd-network: /etc/passwd || useradd -r systemd-network || cannot "a user systemd-network"
  mkdir -p /run/systemd/network
  printf '[Match]\nName=v0\n[Network]\nDHCP=ipv4\nLinkLocalAddressing=no\n' >/run/systemd/network/v0.network
  mount -o remount,ro /sys
  LD_LIBRARY_PATH=$(library_path)$pool/libsystemd-shared/usr/lib/x86_64-linux-gnu/systemd "$pool/systemd/lib/systemd/systemd-networkd" &
  echo $! >/run/networkd.pid
  for _ in $(seq 15); do
    grep -qs ^ADDRESS= /run/systemd/netif/leases/* && break
    sleep 1
  done
  sleep 1
  mount -o remount,rw /sys
}

# cloudinit FOLDER: FOLDER/interfaces, as cloud-init writes it for Debian from a
# network configuration on the standard input, and its last word where it fails. Needs
# the packages of cloudinit.
# shellcheck disable=SC2034 # for those who source this
cloudinit=(cloud-init=22.4.2-1+deb12u4 python3-yaml=6.0-3+b2 python3-requests=2.28.1+dfsg-1
  python3-urllib3=1.26.12-1+deb12u4 python3-chardet=5.1.0+dfsg-2 python3-idna=3.3-1+deb12u1 python3-six=1.16.0-4
  python3-certifi=2022.9.24-1 python3-configobj=5.0.8-1 python3-jinja2=3.1.2-1+deb12u3
  python3-markupsafe=2.1.2-1+b1 python3-netifaces=0.11.0-2+b1)
cloudinit() {
  python "
import sys, yaml
from cloudinit.net import eni, network_state
state = network_state.parse_net_config_data(yaml.safe_load(sys.stdin)['network'])
eni.Renderer({'eni_path': 'interfaces', 'netrules_path': None}).render_network_state(state, target='$1')" 2>&1 | tail -1
}

# A message bus and NetworkManager with its plugin for /etc/network/interfaces.
# shellcheck disable=SC2034 # for those who source this
dbus=(dbus-daemon=1.14.10-1~deb12u1 libdbus-1-3=1.14.10-1~deb12u1 libapparmor1=3.0.8-3 libcap-ng0=0.8.3-1+b3)
# shellcheck disable=SC2034 # likewise
networkmanager=(network-manager=1.42.4-1+deb12u1 libnm0=1.42.4-1+deb12u1 libndp0=1.8-1+deb12u1 libglib2.0-0=2.74.6-2+deb12u9
  libcurl3-gnutls=7.88.1-10+deb12u15 libpsl5=0.21.2-1 libssh2-1=1.10.0-3+deb12u1 librtmp1=2.4+20151223.gitfa8646d.1-2+b2
  libnghttp2-14=1.52.0-1+deb12u3 libldap-2.5-0=2.5.13+dfsg-5 libsasl2-2=2.1.28+dfsg-10+deb12u1 libbrotli1=1.0.9-2+deb12u1)

# library_path: where the libraries of all packages are.
library_path() { printf '%s:' "$pool"/*/usr/lib/x86_64-linux-gnu "$pool"/*/lib/x86_64-linux-gnu; }

# dbus: a system bus on which everybody may all.
dbus() {
  mkdir -p /run/dbus
  cat >/run/dbus.conf <<'CONF'
<busconfig><type>system</type><listen>unix:path=/run/dbus/system_bus_socket</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow send_type="method_call"/>
<allow receive_sender="*"/></policy></busconfig>
CONF
  LD_LIBRARY_PATH=$(library_path) "$pool/dbus-daemon/usr/bin/dbus-daemon" --config-file=/run/dbus.conf --fork --nopidfile 2>/run/bus || cannot "a message bus"
}

# networkmanager MANAGED: NetworkManager, its plugin ifupdown with managed=MANAGED, when it
# has started; its connections are the files of /run/connections. It needs dbus.
networkmanager() {
  mkdir -p /run/NetworkManager /run/connections /usr/lib/x86_64-linux-gnu/NetworkManager
  cp -r "$pool/network-manager/usr/lib/x86_64-linux-gnu/NetworkManager/." /usr/lib/x86_64-linux-gnu/NetworkManager/
  chmod -R go= /run/connections
  printf '[main]\nplugins=ifupdown,keyfile\ndhcp=internal\ndns=none\n[ifupdown]\nmanaged=%s\n[keyfile]\npath=/run/connections\n' "$1" >/run/nm.conf
  mount -o remount,ro /sys
  LD_LIBRARY_PATH=$(library_path) "$pool/network-manager/usr/sbin/NetworkManager" --config=/run/nm.conf --config-dir=/run/none --debug \
    -p /run/nm.pid --state-file=/run/nm.state >/run/said 2>&1 &
  timeout 20 sh -c 'until grep -qs "startup complete\|manager: NetworkManager state is now" /run/said; do sleep 0.1; done' || cannot "NetworkManager"
  sleep 2
}

# nmcli ARGUMENT ...: NetworkManager's own view.
nmcli() { LD_LIBRARY_PATH=$(library_path) "$pool/network-manager/usr/bin/nmcli" "$@"; }
