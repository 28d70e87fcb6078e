#!/bin/bash
# `to: default`, the word that netplan asks for since it dropped gateway4, in a
# version 2 file that both netplan and cloud-init read.
#
# Guess: cloud-init, whose version 2 is netplan's format, reads netplan's words.
# Truth: netplan makes a default route of it; cloud-init's reader of the same release
# ends with an error (Address default is not a valid ip address), and no file for
# ifupdown is written, not for the address either. With 0.0.0.0/0 it is written.
# Seen: netplan 0.106-2+deb12u1, cloud-init 22.4.2-1+deb12u4, Python 3.11.
# shellcheck source=findings/lib.sh
. "$(dirname "$0")/lib.sh"
packages "${cloudinit[@]}" netplan.io=0.106-2+deb12u1 libnetplan0=0.106-2+deb12u1
lab
mkdir -p "$pool/etc/netplan"
cat >"$pool/etc/netplan/1.yaml" <<'YAML'
network:
  version: 2
  ethernets:
    v0:
      addresses: [10.0.0.1/24]
      routes:
        - {to: default, via: 10.0.0.254}
YAML
chmod 600 "$pool/etc/netplan/1.yaml"
LD_LIBRARY_PATH=$pool/libnetplan0/usr/lib/x86_64-linux-gnu "$pool/netplan.io/usr/libexec/netplan/generate" \
  --root-dir "$pool" >/run/said 2>&1 || cannot "netplan: $(tail -1 /run/said)"
expect "netplan" "Destination=0.0.0.0/0
Gateway=10.0.0.254" "$(grep '^Dest\|^Gate' "$pool/run/systemd/network/10-netplan-v0.network")"
expect "cloud-init" "ValueError: Address default is not a valid ip address
no file" "$(cloudinit "$pool" <"$pool/etc/netplan/1.yaml"; [ -e "$pool/interfaces" ] || echo "no file")"
expect "cloud-init with 0.0.0.0/0" "    post-up route add default gw 10.0.0.254 || true" \
  "$(sed 's#default#0.0.0.0/0#' "$pool/etc/netplan/1.yaml" | cloudinit "$pool"; grep post-up "$pool/interfaces")"
