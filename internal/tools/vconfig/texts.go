package vconfig

import "strconv"

const configFile = "/proc/net/vlan/config"

const warning = "WARNING:  Could not open " + configFile + ".  Maybe you need to load the 8021q module, or maybe you are not using PROCFS??"

func itoa(v int32) string { return strconv.Itoa(int(v)) }

func quoted(name string) string { return "-:" + name + ":-" }

func visible(name string) string {
	return quoted(name) + " Should be visible in /proc/net/vlan/" + name + "\n"
}

func added(name string, vid int32) string {
	text := "Added VLAN with VID == " + itoa(vid) + " to IF " + quoted(name) + "\n"
	if vid == 1 {
		text += "WARNING:  VLAN 1 does not work with many switches,\nconsider another number if you have problems.\n"
	}
	return text
}
