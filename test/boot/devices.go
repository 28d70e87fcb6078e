package main

import (
	_ "embed"
	"path/filepath"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/scratch"
)

// deviceModules are what ifup makes devices of.
var deviceModules = []string{"8021q", "bonding", "bridge", "tun", "e1000"}

// cards are two whose wires meet.
var cards = []string{
	"-netdev", "hubport,hubid=0,id=h0", "-device", "e1000,netdev=h0,romfile=,mac=52:54:00:00:00:01",
	"-netdev", "hubport,hubid=0,id=h1", "-device", "e1000,netdev=h1,romfile=,mac=52:54:00:00:00:02",
}

var (
	//go:embed testdata/devices.txt
	devicesScreen string
	//go:embed testdata/devices
	devices []byte
)

// devicesBoot makes a hypervisor's network by one file, and takes it down.
var devicesBoot = boot{
	name: "devices", modules: deviceModules, device: cards, fill: fillDevices,
	check: func(have screen) string { return difference(devicesScreen, have.without(tookCommand)) },
}

// scriptsBoot has Debian's ifupdown do the same, by the scripts of bridge-utils,
// vlan and ifenslave, and has to come out the same, up and down.
var scriptsBoot = boot{
	name: "scripts", modules: deviceModules, device: cards, first: dash,
	fill: func(im *image, tools string) error {
		if err := debianScripts(im); err != nil {
			return err
		}
		return fillDevices(im, tools)
	},
	check: func(have screen) string {
		have = have.without(tookCommand)
		want := parseScreen(devicesScreen)
		return cmp.Diff(want[:min(len(want), len(have))], have, cmp.AllowUnexported(shown{}))
	},
}

// tookCommand tells how long something took.
const tookCommand = "took"

func fillDevices(im *image, _ string) error {
	im.folder("proc")
	im.folder("sys")
	im.device("dev/net/tun", 10, 200)
	im.program("etc/network/interfaces", devices)
	return im.script("init", "devices.sh")
}

// dash is the shell of Debian's scripts: that of busybox prefers its own ip.
func dash(im *image) error { return im.dynamic("bin/sh", "/bin/dash") }

// scriptPrograms are what the scripts call beside ip, brctl and ifup.
var scriptPrograms = []string{"sed", "grep", "egrep", "uname", "which", "cat", "date", "sleep", "echo", "mkdir"}

// debianPackages are what Debian's way takes beside ip and a shell.
var debianPackages = []string{"ifupdown", "bridge-utils", "vlan", "ifenslave"}

// debianScripts adds Debian's packages.
func debianScripts(im *image) error {
	folder, err := scratch.New("debian")
	if err != nil {
		return err
	}
	defer folder.Remove()
	for _, name := range debianPackages {
		if err := command(folder.Path, "apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", name).Run(); err != nil {
			return err
		}
		files, err := filepath.Glob(filepath.Join(folder.Path, name+"_*.deb"))
		if err != nil || len(files) != 1 {
			return err
		}
		if err := command(folder.Path, "dpkg", "-x", files[0], "root").Run(); err != nil {
			return err
		}
	}
	root := filepath.Join(folder.Path, "root")
	for name, from := range map[string]string{
		"sbin/ifup": root + "/sbin/ifup", "sbin/brctl": root + "/sbin/brctl", "sbin/ip": "/bin/ip", "bin/run-parts": "/bin/run-parts",
		"usr/bin/printenv": "/usr/bin/printenv",
	} {
		if err := im.dynamic(name, from); err != nil {
			return err
		}
	}
	im.link("sbin/ifdown", "ifup")
	im.link("sbin/ifquery", "ifup")
	for _, name := range scriptPrograms {
		im.link("bin/"+name, "busybox")
	}
	return copyScripts(im, root)
}

// copyScripts takes the scripts and what they read.
func copyScripts(im *image, root string) error {
	for _, pattern := range []string{"etc/network/if-*.d/*", "lib/bridge-utils/*", "etc/default/bridge-utils"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return err
		}
		for _, file := range files {
			name, err := filepath.Rel(root, file)
			if err != nil {
				return err
			}
			if filepath.Base(name) == "bridge" {
				im.link(name, "/lib/bridge-utils/ifupdown.sh")
				continue
			}
			if err := im.copy(name, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// without is the screen without a command.
func (s screen) without(command string) (list screen) {
	for _, c := range s {
		if c.command != command {
			list = append(list, c)
		}
	}
	return list
}
