package route

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every name of -A, and the family that it means.
func TestFamilyByName(t *testing.T) {
	names := map[string]string{
		"inet": "inet", "ip": "inet", "tcpip": "inet", "inet6": "inet6", "ip6": "inet6", "ipx": "ipx",
		"netrom": "netrom", "x25": "x25", "ax25": "ax25", "ddp": "ddp", "appletalk": "ddp",
		"unix": "unix", "econet": "ec", "ash": "ash",
	}
	for name, want := range names {
		if f := familyByName(name); f == nil || f.name != want {
			t.Errorf("%s is %v", name, f)
		}
	}
	for _, name := range []string{"", "INET", "ine", "ec", "rose", "inet "} {
		if f := familyByName(name); f != nil {
			t.Errorf("%q is %s", name, f.name)
		}
	}
}

// Each long option of a family chooses it, as -A does.
func TestLongFamilies(t *testing.T) {
	for _, name := range longFamilies {
		c := &command{}
		if err := c.chooseFamilies(name); err != nil || c.families[0] != familyByName(name) {
			t.Errorf("%s: %v, %v", name, c.families, err)
		}
	}
}

// What a choice of families says and does.
func TestFamilies(t *testing.T) {
	tests := []struct {
		line string
		want result
	}{
		{"-A foo", result{Stderr: "Unknown address family `foo'.\n", Status: 1}},
		{"-A inet,", result{Stderr: "Unknown address family `'.\n", Status: 1}},
		{"-A inet,foo add default", result{Stderr: "Unknown address family `foo'.\n", Status: 1}},
		{"-A Inet", result{Stderr: "Unknown address family `Inet'.\n", Status: 1}},
		{"-A unix", result{Stderr: "No routing for address family `unix'.\n(usage)\n", Status: 4}},
		{"-A econet", result{Stderr: "No routing for address family `ec'.\n(usage)\n", Status: 4}},
		{"-A ash", result{Stderr: "Address family `ash' not supported.\n(usage)\n", Status: 4}},
		{"-A ash add x", result{Stderr: "Address family `ash' not supported.\n(usage)\n", Status: 4}},
		{"-A unix add x", result{Stderr: "No routing for address family `unix'.\n(usage)\n", Status: 4}},
		{"-A ddp del x", result{Stderr: "No routing for address family `ddp'.\n(usage)\n", Status: 4}},
		{"-A ax25 flush", result{Stderr: "No routing for address family `ax25'.\n(usage)\n", Status: 4}},
		{"-A ipx add", result{Stderr: "IPX: this needs to be written\n"}},
		{"-A netrom flush", result{Stderr: "NET/ROM: this needs to be written\n"}},
		{"-A inet,inet6 add default", result{
			Stderr: "Please don't supply more than one address family.\nAddress family `inet,inet6' not supported.\n(usage)\n", Status: 4,
		}},
		{"-4 --ip -h", result{
			Stderr: "Please don't supply more than one address family.\nAddress family `inet,inet' not supported.\n(usage)\n", Status: 4,
		}},
		{"-A tcpip del default", result{Calls: "socket 2\nSIOCDELRT 0.0.0.0 flags=0x1\nclose\n"}},
		{"--appletalk --ddp -h", result{
			Stderr: "Please don't supply more than one address family.\nAddress family `ddp,ddp' not supported.\n(usage)\n", Status: 4,
		}},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			if diff := cmp.Diff(test.want, runLine(test.line)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if got := newWorld().run("-A", ""); got.Stderr != "Unknown address family `'.\n" || got.Status != 1 {
		t.Errorf("-A '': %+v", got)
	}
}

// Tables are listed from left to right, as often as named, up to the first
// that can't be.
func TestFamiliesListedInOrder(t *testing.T) {
	const (
		inet  = "Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
		inet6 = "Kernel IPv6 routing table\nDestination                    Next Hop                   Flag Met Ref Use If\n"
	)
	tests := []struct {
		line string
		want result
	}{
		{"-n", result{Stdout: inet}},
		{"-6 -4", result{Stdout: inet6 + inet}},
		{"-A ip6,inet,tcpip", result{Stdout: inet6 + inet + inet}},
		{"-A inet,unix,inet6", result{Stdout: inet, Stderr: "No routing for address family `unix'.\n(usage)\n", Status: 4}},
		{"-A inet6,ash", result{Stdout: inet6, Stderr: "Address family `ash' not supported.\n(usage)\n", Status: 4}},
	}
	for _, test := range tests {
		w := newWorld()
		w.files["/proc/net/route"], w.files["/proc/net/ipv6_route"] = routeTitles, ""
		if diff := cmp.Diff(test.want, w.runWords(test.line)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", test.line, diff)
		}
	}
}

// Neither an argument of -A nor all of them together grow without end.
func TestFamiliesAreBounded(t *testing.T) {
	c := &command{}
	cut := "Unknown address family `" + strings.Repeat("x", 252) + "'."
	if err := c.chooseFamilies("ip," + strings.Repeat("x", 300)); err == nil || err.Error() != cut {
		t.Errorf("cut at 255 bytes: %v", err)
	}
	w := newWorld()
	w.files["/proc/net/route"] = ""
	line := strings.Repeat("-A inet ", 60)
	got := w.runWords(line + "-h")
	many := strings.TrimSuffix(strings.Repeat("inet,", 51), ",")
	want := strings.Repeat("Too much address family arguments.\n", 9) +
		"Please don't supply more than one address family.\nAddress family `" + many + "' not supported.\n(usage)\n"
	if diff := cmp.Diff(result{Stderr: want, Status: 4}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
