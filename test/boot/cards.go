package main

import (
	_ "embed"

	"github.com/google/go-cmp/cmp"
)

// cardsModules drive the cards.
var cardsModules = []string{
	"e1000", "8139cp", "e1000e", "e100", "tulip", "ne2k-pci", "pcnet32", "virtio_pci", "virtio_net", "vmxnet3", "bonding",
}

// cardsModels are qemu's names of the cards, in the order of their hardware addresses.
var cardsModels = []string{"e1000", "rtl8139", "e1000e", "i82557b", "tulip", "ne2k_pci", "pcnet", "virtio-net-pci", "vmxnet3", "rtl8139"}

//go:embed testdata/cards.txt
var cardsScreen string

// cardsBoot asks ours for the transceivers of many models.
var cardsBoot = boot{
	name: "cards", long: true, modules: cardsModules, device: cardsDevices(), fill: fillCards,
	check: func(have screen) string { return difference(cardsScreen, have) },
}

// cardsTheirsBoot is the same machine with net-tools' mii-tool.
var cardsTheirsBoot = boot{
	name: "cards-nettools", long: true, modules: cardsModules, device: cardsDevices(),
	fill: func(im *image, tools string) error {
		if err := im.dynamic("sbin/mii-tool", "/sbin/mii-tool"); err != nil {
			return err
		}
		return fillCards(im, tools)
	},
	check: func(have screen) string {
		return cmp.Diff(parseScreen(cardsScreen), have, cmp.AllowUnexported(shown{}))
	},
}

func cardsDevices() (list []string) {
	for i, model := range cardsModels {
		const digits = "123456789a"
		list = append(list, "-device", model+",romfile=,mac=52:54:00:00:00:0"+digits[i:i+1])
	}
	return list
}

func fillCards(im *image, _ string) error {
	for _, name := range []string{"proc", "sys", "dev", "tmp"} {
		im.folder(name)
	}
	return im.script("init", "cards.sh")
}
