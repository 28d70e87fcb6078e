#!/bin/sh
# A machine with cards of many models and a bond, to ask for their transceivers.
# shellcheck source=/dev/null
. /lib/common.sh
busybox mount -t proc proc /proc
busybox mount -t sysfs sys /sys
if [ ! -e /sbin/mii-tool ]; then
  /bin/classicnet --install -s /sbin $(/bin/classicnet --list)
fi
load
ifconfig() { /bin/classicnet ifconfig "$@"; }
ifenslave() { /bin/classicnet ifenslave "$@"; }
# by its hardware address: the drivers come in their own order
card() {
  for path in /sys/class/net/*; do
    if [ "$(busybox cat "$path/address" 2>/dev/null)" = "$1" ]; then
      ifconfig "${path##*/}" name "$2"
      [ "${3-}" = down ] || ifconfig "$2" up
    fi
  done
}
busybox sleep 1
n=0
for model in e1000 8139 e1000e i82557b tulip ne2k pcnet virtio vmxnet3; do
  n=$((n + 1))
  card "52:54:00:00:00:0$n" "$model"
done
card 52:54:00:00:00:0a idle down
busybox sleep 4
models="e1000 8139 e1000e i82557b tulip"
# shellcheck disable=SC2086
run mii-tool $models nosuch
for model in $models; do
  run mii-tool -v "$model"
  run mii-tool -vv "$model"
done
for model in ne2k pcnet virtio vmxnet3 idle lo; do
  run mii-tool "$model"
  run mii-tool -vv "$model"
done
run mii-tool -r e1000
busybox sleep 1
run mii-tool -R e1000
run mii-tool e1000
run mii-tool -F 100baseTx-FD e1000
busybox sleep 1
run mii-tool e1000
for model in e1000e i82557b tulip; do
  run mii-tool -r "$model"
  run mii-tool -F 100baseTx-FD "$model"
  busybox sleep 1
  run mii-tool "$model"
done
# The clock's line is as long as it is on any day. The shell tells of the end before the lines are shown.
watch() {
  busybox timeout 3 /sbin/mii-tool -w "$@" >/watched
  busybox sed 's/[0-9]/N/g' /watched
}
run watch i82557b tulip
ifconfig bond0 up
ifconfig e1000 down
ifenslave bond0 e1000
busybox sleep 1
run mii-tool bond0
ifenslave -d bond0 e1000
run mii-tool bond0
off
