package main

import (
	_ "embed"

	"github.com/google/go-cmp/cmp"
)

// card is the NE2000 of the tutorial's screen. With the ports around it
// reserved the kernel puts it where it was: Interrupt:21 Base address:0xa000.
var card = []string{"-device", "ne2k_pci,addr=5,romfile=,mac=00:0d:61:0b:d9:a0"}

const cardPorts = "reserve=0x1000,0x9000,0xb000,0x5000"

var cardModules = []string{"ne2k-pci"}

// What the commands have to show, as the machine's screen.
var (
	//go:embed testdata/tutorial.txt
	tutorialScreen string
	//go:embed testdata/bare.txt
	bareScreen string
	//go:embed testdata/interfaces.txt
	interfacesScreen string
)

// interfaces is the tutorial's /etc/network/interfaces, behind a line that gives
// the card its name.
//
//go:embed testdata/interfaces
var interfaces []byte

// tutorialBoot runs the tutorial on a machine of its time.
var tutorialBoot = boot{
	name: "tutorial", modules: cardModules, device: card, cmdline: cardPorts,
	fill: func(im *image, _ string) error {
		im.folder("proc")
		return im.script("init", "tutorial.sh")
	},
	check: func(have screen) string { return difference(tutorialScreen, have) },
}

// bareBoot does without /proc and /etc.
var bareBoot = boot{
	name: "bare", modules: cardModules, device: card, cmdline: cardPorts,
	fill:  func(im *image, _ string) error { return im.script("init", "bare.sh") },
	check: func(have screen) string { return difference(bareScreen, have) },
}

// interfacesBoot leaves all to ifup.
var interfacesBoot = boot{
	name: "interfaces", modules: cardModules, device: card, cmdline: cardPorts,
	fill: func(im *image, _ string) error {
		im.folder("proc")
		im.program("etc/network/interfaces", interfaces)
		return im.script("init", "interfaces.sh")
	},
	check: func(have screen) string { return difference(interfacesScreen, have) },
}

// difference compares a screen with another one, except for counters.
func difference(want string, have screen) string {
	return cmp.Diff(parseScreen(masked(want)), have.masked(), cmp.AllowUnexported(shown{}))
}
