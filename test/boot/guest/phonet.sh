#!/bin/sh
# Makes links of Phonet: a gadget of USB that is plugged into this machine's own
# socket, so that both of its ends are here.
set -e
busybox mount -t configfs none /sys/kernel/config
cd /sys/kernel/config/usb_gadget
busybox mkdir g g/configs/c.1 g/functions/phonet.0
echo 0x0421 >g/idVendor
echo 0x01c8 >g/idProduct
busybox ln -s /sys/kernel/config/usb_gadget/g/functions/phonet.0 g/configs/c.1/
for udc in /sys/class/udc/*; do echo "${udc##*/}" >g/UDC; done
n=0
until [ -e /sys/class/net/upnlink0 ] || [ $((n += 1)) -gt 50 ]; do busybox sleep 0.1; done
