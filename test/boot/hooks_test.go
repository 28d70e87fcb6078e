package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Where ours differs from Debian's beside the scripts, docs/compat.md says why. These
// are the lines that say something else; those that fail in one alone have a mark.
func TestHooksDiffer(t *testing.T) {
	read := func(name string) screen {
		text, err := hooks.ReadFile("testdata/hooks/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return parseScreen(string(text))
	}
	debian, ours := read("debian.txt"), read("ours.txt")
	if len(debian) != len(ours) {
		t.Fatalf("%d lines and %d", len(debian), len(ours))
	}
	var have []string
	for i := range ours {
		fails := strings.HasSuffix(debian[i].text, "[1]\n") != strings.HasSuffix(ours[i].text, "[1]\n")
		switch command := ours[i].command; {
		case command != debian[i].command:
			t.Errorf("%q and %q", debian[i].command, command)
		case command == "state" || debian[i].text == ours[i].text:
		case fails:
			have = append(have, command+" !")
		default:
			have = append(have, command)
		}
	}
	want := []string{
		"cat /sys/class/net/eth0.5/address /proc/sys/net/ipv4/conf/eth0.5/proxy_arp /proc/sys/net/ipv4/conf/eth0.5/rp_filter",
		"cat /run/network/vlan/* !", "cat /run/network/vlan/* !", "ifup foo !", "ifup vlan13", "ifup eth0.5000 !", "ifup vlan4095 !",
		"ifdown x.12", "ifdown eth0", "ifdown vlan0007", "ifup bond2", "ifup bond3 !", "ifup eth2", "options bond5", "ifup bond6",
		"options bond6", "ifup bond7", "options bond7", "ifup bond8", "options bond8", "ifup bond0", "ifup lan", "ifup wan !",
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
