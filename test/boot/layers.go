package main

import (
	_ "embed"
)

var layersModules = []string{"8021q", "veth", "bridge", "bonding"}

var (
	//go:embed testdata/layers
	layersLines []byte
	// The same with busybox's vconfig, bridge-utils' brctl and net-tools' ifconfig in
	// place of ours, with Debian's kernel 6.1.
	//go:embed testdata/layers.txt
	layersScreen string
)

// layersBoot lays VLANs, a bridge and bonds on each other with our tools.
var layersBoot = boot{
	name: "layers", long: true, modules: layersModules, first: dash, fill: fillLayers,
	check: func(have screen) string { return difference(layersScreen, have) },
}

func fillLayers(im *image, _ string) error {
	for _, name := range []string{"proc", "sys", "tmp"} {
		im.folder(name)
	}
	im.link("bin/cat", "busybox")
	im.program("lines", layersLines)
	if err := im.dynamic("bin/ip", "/bin/ip"); err != nil {
		return err
	}
	if err := im.script("lib/layers.sh", "layers-lines.sh"); err != nil {
		return err
	}
	return im.script("init", "layers.sh")
}
