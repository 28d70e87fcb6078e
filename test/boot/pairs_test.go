package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddressLengths(t *testing.T) {
	have := addressLengths("/sys/class/net/gre0/addr_len:4\n/sys/class/net/dummy0.7/addr_len:6\nbusybox: no such file\n")
	if diff := cmp.Diff(map[string]int{"gre0": 4, "dummy0.7": 6}, have); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Theirs shows memory behind the link's own address, in both formats.
func TestSettled(t *testing.T) {
	lengths := map[string]int{"gre0": 4, "sl0": 0, "ip6tnl0": 16}
	for _, test := range []struct{ have, want string }{
		{"gre0: flags=128<NOARP>  mtu 1476\n        unspec 0A-01-00-01-31-63-00-37-00-00-00-00-00-00-00-00  txqueuelen 1000  (UNSPEC)\n",
			"gre0: flags=128<NOARP>  mtu 1476\n        unspec 0A-01-00-01-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 1000  (UNSPEC)\n"},
		{"sl0       Link encap:UNSPEC  HWaddr 31-00-00-00-00-00-00-00-00-00-00-00-00-00-00-01  \n",
			"sl0       Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  \n"},
		{"ip6tnl0   Link encap:UNSPEC  HWaddr FE-80-00-00-00-00-00-01-00-00-00-00-00-00-00-01  \n",
			"ip6tnl0   Link encap:UNSPEC  HWaddr FE-80-00-00-00-00-00-01-00-00-00-00-00-00-00-01  \n"},
		{"eth0      Link encap:Ethernet  HWaddr 00:0D:61:0B:D9:A0  \n", "eth0      Link encap:Ethernet  HWaddr 00:0D:61:0B:D9:A0  \n"},
		{"\n[1]\n", "\n[1]\n"},
	} {
		if diff := cmp.Diff(test.want, settled(test.have, lengths)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

// lengthsOfAll is what the first command shows where all links are there.
func lengthsOfAll() string {
	var b strings.Builder
	for _, name := range strings.Fields(linkNames) {
		b.WriteString("/sys/class/net/" + name + "/addr_len:6\n")
	}
	return b.String()
}

func TestCheckLinks(t *testing.T) {
	old, all := shown{"busybox uname -r", "6.1.0-50-amd64\n"}, shown{"grep", lengthsOfAll()}
	without := shown{"grep", strings.NewReplacer("ax0/", "x/", "nr0/", "x/", "rose0/", "x/").Replace(all.text)}
	for _, test := range []struct {
		name string
		have screen
		want string // in what is wrong
	}{
		{"equal", screen{old, all, {"their -a", "x\n"}, {"our -a", "x\n"}}, ""},
		{"different", screen{old, all, {"their -a", "x\n"}, {"our -a", "y\n"}}, "(-their -a +our -a)"},
		{"not pairs", screen{old, all, {"their -a", "x\n"}}, "3 commands are not pairs"},
		{"a link lacks", screen{old, {"grep", strings.Replace(all.text, "gre0/", "gre7/", 1)}}, "no link gre0"},
		{"a link that Linux has given up", screen{{"busybox uname -r", "7.2.13+deb14-amd64\n"}, without}, ""},
		{"one that it hasn't yet", screen{old, without}, "no link ax0"},
		{"nothing", nil, "0 commands are not pairs"},
	} {
		t.Run(test.name, func(t *testing.T) {
			have := checkLinks(test.have)
			if !strings.Contains(have, test.want) || test.want == "" && have != "" {
				t.Errorf("have %q, want %q", have, test.want)
			}
		})
	}
}
