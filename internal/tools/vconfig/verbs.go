package vconfig

import (
	"strings"

	"classicnet/internal/cnum"
	"classicnet/ioctl"
)

// verb is a command of the command line.
type verb struct {
	name  string
	usage string // of its words
	about string
	// act is given the interface and the numbers behind it.
	act func(k Kernel, name string, a, b int32) error
	// done and failed are printed around the interface: done on stdout.
	done, failed func(name string, a int32) string
	status       int  // of a failure
	numbered     bool // it needs a number
}

// verbs in the order of the usage text.
var verbs = [...]verb{
	{
		name: "add", usage: "IF VID", about: "make the VLAN with that number, 1 to 4094, on an interface",
		act:  func(k Kernel, name string, a, _ int32) error { return k.AddVLAN(name, uint32(a)) },
		done: added,
		failed: func(name string, a int32) string {
			return "add VLAN #" + itoa(a) + " to IF " + quoted(name) + "  error: "
		},
		status: 3, numbered: true,
	},
	{
		name: "rem", usage: "VLAN", about: "delete a VLAN, and those that are made on it",
		act:    func(k Kernel, name string, _, _ int32) error { return k.DelVLAN(name) },
		done:   func(name string, _ int32) string { return "Removed VLAN " + quoted(name) + "\n" },
		failed: func(name string, _ int32) string { return "remove VLAN " + quoted(name) + " error: " },
		status: 4,
	},
	{
		name: "set_egress_map", usage: "VLAN PRIORITY QOS", about: "the priority of frames for one of packets",
		act:    func(k Kernel, name string, a, b int32) error { return k.SetVLANEgress(name, uint32(a), int16(b)) },
		done:   func(name string, _ int32) string { return "Set egress mapping on device " + visible(name) },
		failed: func(name string, _ int32) string { return "set egress map on device " + quoted(name) + " error: " },
		status: 5,
	},
	{
		name: "set_ingress_map", usage: "VLAN QOS PRIORITY", about: "the priority of packets for one of frames",
		act:    func(k Kernel, name string, a, b int32) error { return k.SetVLANIngress(name, uint32(a), int16(b)) },
		done:   func(name string, _ int32) string { return "Set ingress mapping on device " + visible(name) },
		failed: func(name string, _ int32) string { return "set ingress map on device " + quoted(name) + " error: " },
		status: 6,
	},
	{
		name: "set_flag", usage: "VLAN BITS {0|1}", about: "clear or set flags; bit 1 takes the tag off frames that are seen",
		act:    func(k Kernel, name string, a, b int32) error { return k.SetVLANFlag(name, uint32(a), int16(b)) },
		done:   func(name string, _ int32) string { return "Set flag on device " + visible(name) },
		failed: func(name string, _ int32) string { return "set flag on device " + quoted(name) + " error: " },
		status: 7,
	},
	{
		name: nameType, usage: "TYPE", about: "how VLANs are named that are made later",
		act: func(k Kernel, name string, _, _ int32) error {
			way, _ := wayByName(name)
			return k.SetVLANNames(way)
		},
		done: func(string, int32) string {
			return "Set name-type for VLAN subsystem. Should be visible in " + configFile + "\n"
		},
		failed: func(string, int32) string { return "set name type for VLAN subsystem, error: " },
		status: 8,
	},
}

const nameType = "set_name_type"

// ways to name a VLAN; the place is the kernel's number.
var ways = [...]struct{ name, example string }{
	ioctl.VLANPlusVID:         {"VLAN_PLUS_VID", "vlan0005"},
	ioctl.VLANDevPlusVID:      {"DEV_PLUS_VID", "eth0.0005"},
	ioctl.VLANPlusVIDNoPad:    {"VLAN_PLUS_VID_NO_PAD", "vlan5"},
	ioctl.VLANDevPlusVIDNoPad: {"DEV_PLUS_VID_NO_PAD", "eth0.5"},
}

func wayByName(name string) (ioctl.VLANNames, bool) {
	for i := range ways {
		if strings.EqualFold(ways[i].name, name) {
			return ioctl.VLANNames(i), true
		}
	}
	return 0, false
}

func verbByName(name string) *verb {
	for i := range verbs {
		if strings.EqualFold(verbs[i].name, name) {
			return &verbs[i]
		}
	}
	return nil
}

// number reads a word as atoi(3) does; one that isn't there is 0.
func number(words []string, i int) int32 {
	if i < len(words) {
		return cnum.Atoi(words[i])
	}
	return 0
}
