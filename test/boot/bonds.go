package main

import (
	_ "embed"
)

var (
	// What the originals showed on this machine, with Debian's kernel 6.1.
	//go:embed testdata/bonds.txt
	bondsScreen string
	//go:embed testdata/bonds
	bondsLines []byte
)

// bondsBoot types the lines that vconfig and ifenslave were recorded with. The
// cards have no wire.
var bondsBoot = boot{
	name: "bonds", modules: []string{"8021q", "bonding", "e1000"}, first: dash,
	device: []string{"-device", "e1000,romfile=,mac=52:54:00:00:00:01", "-device", "e1000,romfile=,mac=52:54:00:00:00:02"},
	fill: func(im *image, _ string) error {
		im.folder("proc")
		im.folder("sys")
		im.link("bin/cat", "busybox")
		im.program("lines", bondsLines)
		return im.script("init", "bonds.sh")
	},
	check: func(have screen) string { return difference(bondsScreen, have) },
}
