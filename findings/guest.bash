# shellcheck shell=bash
# A machine of its own for what the kernel at hand hasn't got, booted by qemu without
# hardware that helps it. Source it after lib.sh, ask for the packages of kernel, call
# guest in the place of lab.

release=6.1.0-50-amd64
# shellcheck disable=SC2034 # for those who source this
kernel=("linux-image-$release=6.1.176-1" busybox-static=1:1.35.0-4+deb12u1+b1)

# shellcheck disable=SC2154 # pool, of lib.sh
# guest: as lab, but the rest of the script runs under that kernel, which loads the
# modules that are asked for, on a machine that reads this one's files and can't write
# to them.
guest() {
  if [ -n "${FINDING_POOL:-}" ]; then
    lab
    cp "$pool/busybox-static/bin/busybox" /run/
    mkdir -p /lib/modules /etc/modprobe.d
    mount --bind "$pool/linux-image-$release/lib/modules" /lib/modules || cannot "modules"
    printf 'options %s\n' 'dummy numdummies=0' 'bonding max_bonds=0' >/etc/modprobe.d/finding.conf
    echo "kernel $(uname -r)"
    return
  fi
  local said
  command -v qemu-system-x86_64 >/dev/null || cannot "qemu-system-x86_64"
  command -v xz >/dev/null || cannot "xz"
  machine "$(realpath "$0")"
  said=$(timeout 600 qemu-system-x86_64 -accel tcg -m 512 -no-reboot -nographic -nic none \
    -kernel "$pool/vmlinux" -initrd "$pool/initrd" -append "console=ttyS0 no_timer_check mitigations=off quiet loglevel=1 panic=-1" \
    -fsdev local,id=root,path=/,security_model=none,readonly=on,multidevs=remap -device virtio-9p-pci,fsdev=root,mount_tag=root \
    -device virtio-rng-pci </dev/null 2>&1 | tr -d '\r\0')
  sed '1,/the script begins$/d; /^the script ends with [0-9]*$/,$d' <<<"$said"
  said=$(sed -n 's/^the script ends with \([0-9]*\)$/\1/p' <<<"$said")
  [ -n "$said" ] || cannot "a machine that comes to the script's end"
  exit "$said"
}

# machine SCRIPT: what is booted, $pool/vmlinux and $pool/initrd, which runs SCRIPT. The
# kernel starts sooner if it hasn't to unpack itself.
machine() {
  local packed=$pool/linux-image-$release root=$pool/root busybox=$pool/busybox-static/bin/busybox start d
  start=$(LC_ALL=C grep -abom1 -P '\xfd7zXZ\x00' "$packed/boot/vmlinuz-$release" | cut -d: -f1)
  tail -c "+$((start + 1))" "$packed/boot/vmlinuz-$release" | xz -dc --single-stream >"$pool/vmlinux" 2>/dev/null
  mkdir -p "$root"/{bin,proc,sys,dev,root} "$root/lib/modules/$release/kernel"/{drivers,net,fs}
  for d in drivers/virtio net/9p fs/9p fs/netfs fs/fscache fs/overlayfs; do
    cp -r "$packed/lib/modules/$release/kernel/$d" "$root/lib/modules/$release/kernel/$d"
  done
  cp "$busybox" "$root/bin/"
  for d in "$packed" "$root"; do "$busybox" depmod -b "$d" "$release" 2>/dev/null; done
  cat >"$root/init" <<INIT
#!/bin/busybox sh
busybox mount -t proc proc /proc
busybox modprobe -a virtio_pci 9pnet_virtio 9p overlay
busybox mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144,cache=loose root /root
busybox mount -t devtmpfs dev /root/dev
busybox ln -s /proc/self/fd /root/dev/fd
busybox mount -t proc proc /root/proc
echo /modprobe >/proc/sys/kernel/modprobe
echo the script begins
export FINDING_POOL=$pool PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
busybox chroot /root /bin/bash $1
echo "the script ends with \$?"
busybox poweroff -f
INIT
  cat >"$root/modprobe" <<'MODPROBE'
#!/bin/busybox sh
exec /bin/busybox chroot /root /run/busybox modprobe "$@"
MODPROBE
  chmod +x "$root"/{init,modprobe}
  (cd "$root" && find . | "$busybox" cpio -o -H newc -R 0:0 2>/dev/null | gzip -1) >"$pool/initrd"
}
