package main

import "path"

// linkModules make links of many types when they are loaded, or let them be
// made.
var linkModules = []string{
	"dummy", "sit", "ipip", "ip_gre", "ip6_gre", "ip6_tunnel", "slip", "mkiss", "netrom", "rose",
	"ppp_generic", "vcan", "8021q", "bonding", "ifb", "fakelb",
}

// linksBoot compares our listings with those of the tools that Debian has.
var linksBoot = boot{name: "links", modules: linkModules, fill: fillLinks, check: checkLinks}

// fillLinks adds what compares, and the helper that makes the links of serial lines.
func fillLinks(im *image, tools string) error {
	if err := fillPairs(im); err != nil {
		return err
	}
	if err := im.copy("bin/serial", path.Join(tools, "serial")); err != nil {
		return err
	}
	if err := im.script("bin/compare", "compare.sh"); err != nil {
		return err
	}
	return im.script("init", "links.sh")
}

// fillPairs adds net-tools, and the shell's functions that compare.
func fillPairs(im *image) error {
	for _, name := range []string{"proc", "sys", "tmp"} {
		im.folder(name)
	}
	for _, name := range []string{"ifconfig", "route"} {
		if err := im.dynamic("nettools/"+name, "/sbin/"+name); err != nil {
			return err
		}
	}
	return im.script("lib/pairs.sh", "pairs.sh")
}
