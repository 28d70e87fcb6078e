package main

import (
	"fmt"
	"path"
	"regexp"
)

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

// dynamic takes a program and, where they are, its libraries.
func (im *image) dynamic(name, from string) error {
	libraries, err := command("", "ldd", from).Output()
	if err != nil {
		return fmt.Errorf("ldd %s: %w", from, err)
	}
	for _, library := range regexp.MustCompile(`/\S+`).FindAllString(string(libraries), -1) {
		if err := im.copy(library[1:], library); err != nil {
			return err
		}
	}
	return im.copy(name, from)
}
