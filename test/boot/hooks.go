package main

import (
	"embed"
	"io/fs"
)

// hooks has the files that ifup reads, the lines that are typed, and the screens.
//
//go:embed testdata/hooks
var hooks embed.FS

var hooksModules = []string{"8021q", "veth", "bridge", "bonding"}

// hooksDebianBoot types the lines with Debian's ifupdown and the scripts of vlan,
// bridge-utils and ifenslave.
var hooksDebianBoot = boot{
	name: "hooks-debian", long: true, modules: hooksModules, first: dash,
	fill: func(im *image, tools string) error {
		if err := debianScripts(im); err != nil {
			return err
		}
		return fillHooks(im, tools)
	},
	check: checkHooks("debian.txt"),
}

// hooksBoot types them with ours, which does the scripts' work itself.
var hooksBoot = boot{
	name: "hooks", long: true, modules: hooksModules, first: dash, fill: fillHooks, check: checkHooks("ours.txt"),
}

// hooksBesideBoot is ours beside the scripts.
var hooksBesideBoot = boot{
	name: "hooks-beside", long: true, modules: hooksModules, first: dash,
	fill: func(im *image, tools string) error {
		for _, name := range []string{"ifup", "ifdown", "ifquery"} {
			im.link("sbin/"+name, "/bin/classicnet")
		}
		if err := debianScripts(im); err != nil {
			return err
		}
		return fillHooks(im, tools)
	},
	check: checkHooks("ours.txt"),
}

func fillHooks(im *image, _ string) error {
	im.folder("proc")
	im.folder("sys")
	if err := im.dynamic("lib/ip", "/bin/ip"); err != nil {
		return err
	}
	im.link("bin/cat", "busybox")
	list, err := fs.ReadDir(hooks, "testdata/hooks")
	if err != nil {
		return err
	}
	for _, file := range list {
		data, err := hooks.ReadFile("testdata/hooks/" + file.Name())
		if err != nil {
			return err
		}
		im.program("files/"+file.Name(), data)
	}
	im.folder("etc/network")
	if err := im.script("lib/hooks.sh", "hooks-lines.sh"); err != nil {
		return err
	}
	return im.script("init", "hooks.sh")
}

// checkHooks compares with a screen that was recorded on Debian's kernel 6.1.
func checkHooks(name string) func(screen) string {
	return func(have screen) string {
		want, err := hooks.ReadFile("testdata/hooks/" + name)
		if err != nil {
			return err.Error() + "\n"
		}
		return difference(string(want), have)
	}
}
