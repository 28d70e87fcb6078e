package main

import (
	_ "embed"

	"github.com/google/go-cmp/cmp"
)

// smallModules are what the small tools of net-tools work on.
var smallModules = []string{"ipip", "ip_gre", "sit", "slip", "parport_pc", "plip", "e1000", "8139cp", "e100"}

// smallDevices are three models of cards, and lines beside the screen.
var smallDevices = []string{
	"-device", "e1000,romfile=,mac=52:54:00:00:00:01",
	"-device", "rtl8139,romfile=,mac=52:54:00:00:00:04",
	"-device", "i82557b,romfile=,mac=52:54:00:00:00:05",
	"-serial", "stdio", "-serial", "null", "-parallel", "null", "-monitor", "none",
}

// smallTools are those that net-tools has beside ifconfig, route, netstat and arp.
var smallTools = []string{"nameif", "ipmaddr", "iptunnel", "mii-tool", "plipconfig", "rarp", "slattach"}

//go:embed testdata/small.txt
var smallScreen string

// smallBoot is the machine with our tools. What is on its screen behind that of
// net-tools is where ours differ.
var smallBoot = boot{
	name: "small", modules: smallModules, device: smallDevices, fill: fillSmall,
	check: func(have screen) string { return difference(smallScreen, have) },
}

// nettoolsBoot is the same machine with net-tools' own.
var nettoolsBoot = boot{
	name: "nettools", modules: smallModules, device: smallDevices, fill: fillNettools,
	check: func(have screen) string {
		want := parseScreen(smallScreen)
		return cmp.Diff(want[:min(len(want), len(have))], have, cmp.AllowUnexported(shown{}))
	},
}

const (
	mactab = "# cards\ngiga0 52:54:00:00:00:01\n\tfast0  52:54:00:00:00:04 # the second\nintel0 52:54:00:00:00:05\n"
	passwd = "root:x:0:0::/:/bin/sh\nuucp:x:10:10::/:/bin/false\n"
	group  = "root:x:0:\nuucp:x:10:\n"
)

func fillSmall(im *image, _ string) error {
	for _, name := range []string{"proc", "sys", "dev"} {
		im.folder(name)
	}
	im.program("etc/mactab", []byte(mactab))
	im.program("etc/passwd", []byte(passwd))
	return im.script("init", "small.sh")
}

func fillNettools(im *image, tools string) error {
	for _, name := range smallTools {
		if err := im.dynamic("sbin/"+name, "/sbin/"+name); err != nil {
			return err
		}
	}
	return fillSmall(im, tools)
}
