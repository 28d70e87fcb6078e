package main

import (
	"path"
	"slices"
)

// made is a link that a kernel of Debian can make: its name, the module that it
// needs ("" where it is part of the kernel) and the line that makes it ("" where it
// comes with its module or by serial). Linux before since hasn't got it; in those that
// Debian doesn't build it's gone.
type made struct {
	name, module, line string
	since              version
}

// makes are links of all kinds, each after what it lies on.
var makes = []made{
	{name: "dummy0", module: "dummy"}, {name: "dummy1", line: "ip link add dummy1 type dummy"},
	{name: "veth0", module: "veth", line: "ip link add veth0 type veth peer name veth1"},
	{name: "veth1"},
	{name: "sl0", module: "slip"}, {name: "ax0", module: "mkiss"}, {name: "sp0", module: "6pack"}, {name: "ppp0", module: "ppp_generic"},
	{name: "nr0", module: "netrom"}, {name: "rose0", module: "rose"},
	{name: "can0", module: "slcan", since: version{6, 0}}, {name: "vcan0", module: "vcan", line: "ip link add vcan0 type vcan"},
	{name: "vxcan0", module: "vxcan", line: "ip link add vxcan0 type vxcan peer name vxcan1"},
	{name: "wpan0", module: "fakelb"}, {name: "low0", module: "ieee802154_6lowpan", line: "ip link add link wpan0 name low0 type lowpan"},
	{name: "wlan0", module: "mac80211_hwsim"}, {name: "hwsim0"},
	{name: "bat0", module: "batman-adv", line: "ip link add bat0 type batadv"},
	{name: "nlmon0", module: "nlmon", line: "ip link add nlmon0 type nlmon"},
	{name: "vsockmon0", module: "vsockmon", line: "ip link add vsockmon0 type vsockmon"},
	{name: "xfrm0", module: "xfrm_interface", line: "ip link add xfrm0 type xfrm dev lo if_id 42"},
	{name: "wg0", module: "wireguard", line: "ip link add wg0 type wireguard"},
	{name: "ovpn0", module: "ovpn", line: "ip link add ovpn0 type ovpn", since: version{6, 16}},
	{name: "macsec0", module: "macsec", line: "ip link add link dummy0 name macsec0 type macsec"},
	{name: "hsr0", module: "hsr", line: "ip link add hsr0 type hsr slave1 veth0 slave2 veth1", since: version{6, 12}},
	{name: "netkit0", line: "ip link add netkit0 type netkit", since: version{6, 12}},
	{name: "gtp0", module: "gtp", line: "ip link add gtp0 type gtp role sgsn", since: version{5, 16}},
	{name: "upnlink0", module: "usb_f_phonet", line: "phonet"},
	{name: "tunl0", module: "ipip"}, {name: "gre0", module: "ip_gre"}, {name: "sit0", module: "sit"},
	{name: "gretap1", line: "ip link add gretap1 type gretap local 10.0.0.1 remote 10.0.0.2"},
	{name: "erspan1", line: "ip link add erspan1 type erspan seq key 1 local 10.0.0.1 remote 10.0.0.2 erspan_ver 1 erspan 1"},
	{name: "ip6tnl1", module: "ip6_tunnel", line: "ip link add ip6tnl1 type ip6tnl local fc00::1 remote fc00::2"},
	{name: "ip6gre1", module: "ip6_gre", line: "ip link add ip6gre1 type ip6gre local fc00::1 remote fc00::2"},
	{name: "ip6erspan1", line: "ip link add ip6erspan1 type ip6erspan seq key 1 local fc00::1 remote fc00::2 erspan_ver 1 erspan 1"},
	{name: "ip_vti0", module: "ip_vti"}, {name: "ip6_vti0", module: "ip6_vti"},
	{name: "vxlan0", module: "vxlan", line: "ip link add vxlan0 type vxlan id 1 dstport 4789"},
	{name: "geneve0", module: "geneve", line: "ip link add geneve0 type geneve id 1 remote 10.0.0.2"},
	{name: "br0", module: "bridge", line: "ip link add br0 type bridge"},
	{name: "bond0", module: "bonding"}, {name: "team0", module: "team", line: "ip link add team0 type team"},
	{name: "ifb0", module: "ifb"}, {name: "vrf0", module: "vrf", line: "ip link add vrf0 type vrf table 9"},
	{name: "macvlan0", module: "macvlan", line: "ip link add link dummy1 name macvlan0 type macvlan"},
	{name: "macvtap0", module: "macvtap", line: "ip link add link dummy1 name macvtap0 type macvtap"},
	{name: "vlan0", module: "8021q", line: "ip link add link dummy0 name vlan0 type vlan id 7"},
	{name: "ipvlan0", module: "ipvlan", line: "ip link add link team0 name ipvlan0 type ipvlan"},
}

// aids are modules that others ask for by what they can: they name none.
var aids = []string{"crc32c_generic", "configfs", "libcomposite", "dummy_hcd"}

// typesBoot compares our listings with those of the tools that Debian has, of all
// links that its kernels make.
var typesBoot = boot{
	name: "types", long: true, anywhere: true, fill: fillTypes,
	check: func(have screen) string {
		if len(have) == 0 {
			return "nothing\n"
		}
		return checkPairs(have, namesOf(have[0].text))
	},
}

// inRelease are the links that a release can make.
func inRelease(release string) (list []made) {
	v := versionOf(release)
	for _, m := range makes {
		if slices.Compare(v[:], m.since[:]) >= 0 && !lacks(release, m.name) {
			list = append(list, m)
		}
	}
	return list
}

func namesOf(release string) (names []string) {
	for _, m := range inRelease(release) {
		names = append(names, m.name)
	}
	return names
}

func fillTypes(im *image, tools string) error {
	modules := im.kernel.has(aids)
	lines := ""
	for _, m := range inRelease(im.kernel.release) {
		if m.module != "" {
			modules = append(modules, m.module)
		}
		if m.line != "" {
			lines += m.line + "\n"
		}
	}
	if err := im.modules(modules); err != nil {
		return err
	}
	im.program("lines", []byte(lines))
	if err := fillPairs(im); err != nil {
		return err
	}
	if err := im.dynamic("bin/ip", "/bin/ip"); err != nil {
		return err
	}
	if err := im.copy("bin/serial", path.Join(tools, "serial")); err != nil {
		return err
	}
	if err := im.script("bin/compare", "types.sh"); err != nil {
		return err
	}
	if err := im.script("bin/phonet", "phonet.sh"); err != nil {
		return err
	}
	return im.script("init", "links.sh")
}
