package ifconfig

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
)

// startBoth runs the command on a kernel that tells all addresses at once and on
// the same one that refuses.
func startBoth(k *ioctltest.Kernel, f files, args string) (dumped, asked *terminal) {
	k.Fail("RTM_GETADDR", 0)
	dumped = start(k, f, words(args)...)
	k.Fail("RTM_GETADDR", unix.EPERM)
	return dumped, start(k, f, words(args)...)
}

// lane is a machine of two cards whose addresses have labels of all kinds.
func lane() (*ioctltest.Kernel, files) {
	k := newKernel("v0", "v00")
	for device, addrs := range map[string][]ioctltest.Addr{
		"v0": {
			labelled("v0", "10.0.0.1", "10.0.255.255", "255.255.0.0"),
			labelled("v0", "10.0.0.1", "10.0.0.255", "255.255.255.0"),
			labelled("v0lab", "10.1.0.1", "0.0.0.0", "255.255.255.0"),
			labelled("v00", "10.0.0.9", "10.255.255.255", "255.0.0.0"),
		},
		"v00": {labelled("v00", "192.168.7.1", "192.168.7.255", "255.255.255.0")},
	} {
		d := k.Interface(device)
		d.Flags |= ioctl.FlagUp
		d.Addrs = addrs
	}
	f := etc()
	f["/proc/net/dev"] = devFile("v0", "v00")
	return k, f
}

// A label that is no interface's name is no reason to leave an address out
// silently, in a listing of any form.
func TestLabelsWithoutAnInterface(t *testing.T) {
	const refused = "v0lab: error fetching interface information: Device not found\n"
	k, f := lane()
	for _, args := range []string{"", "-a", "-s", "-v", "--dialect=busybox", "--dialect=net-tools-2.10 -a", "--json", "v0lab"} {
		for _, got := range both(startBoth(k, f, args)) {
			if got.status != 1 || got.stderr.String() != refused {
				t.Errorf("%s: %s", args, got)
			}
		}
	}
	if got := start(k, f, "v0"); got.status != 0 {
		t.Errorf("the interface itself: %s", got)
	}
}

func both(a, b *terminal) [2]*terminal { return [2]*terminal{a, b} }

// What stands beside an address is of the same label and device.
func TestLabelOfAnotherDevice(t *testing.T) {
	k, f := lane()
	for _, got := range both(startBoth(k, f, "-a")) {
		text := got.stdout.String()
		if !strings.Contains(text, "inet addr:192.168.7.1  Bcast:192.168.7.255  Mask:255.255.255.0\n") || strings.Contains(text, "10.0.0.9") {
			t.Errorf("%s", got)
		}
	}
}

// ipv4Of are the addresses of the objects with a name, as "address mask label".
func ipv4Of(t *testing.T, text, name string) (list []string) {
	t.Helper()
	for _, o := range objects(t, text) {
		if o["name"] != name {
			continue
		}
		for _, a := range o["ipv4"].([]any) {
			m := a.(map[string]any)
			mask, known := m["mask"].(string)
			if !known {
				mask = "-"
			}
			broadcast, known := m["broadcast"].(string)
			if !known {
				broadcast = "-"
			}
			list = append(list, m["address"].(string)+" "+mask+" "+broadcast+" "+m["label"].(string))
		}
	}
	return list
}

// In JSON an address stands with the interface that has it, or under its label
// where the kernel doesn't tell; what can't be told apart is null.
func TestWhoseAddressInJSON(t *testing.T) {
	k, f := lane()
	dumped, asked := startBoth(k, f, "--json")
	for _, c := range []struct {
		listing    *terminal
		name, want string
	}{
		{dumped, "v0", "10.0.0.1 255.255.0.0 10.0.255.255 v0, 10.0.0.1 255.255.255.0 10.0.0.255 v0, 10.1.0.1 255.255.255.0 - v0lab, 10.0.0.9 255.0.0.0 10.255.255.255 v00"},
		{dumped, "v00", "192.168.7.1 255.255.255.0 192.168.7.255 v00"},
		{dumped, "v0lab", ""},
		{asked, "v0", "10.0.0.1 255.255.0.0 10.0.255.255 v0, 10.0.0.1 - - v0"},
		{asked, "v00", "192.168.7.1 255.255.255.0 192.168.7.255 v00, 10.0.0.9 - - v00"},
		{asked, "v0lab", "10.1.0.1 - - v0lab"},
	} {
		if got := strings.Join(ipv4Of(t, c.listing.stdout.String(), c.name), ", "); got != c.want {
			t.Errorf("%s has %s, want %s", c.name, got, c.want)
		}
	}
	for _, o := range objects(t, asked.stdout.String()) {
		if o["name"] != "v0lab" {
			continue
		}
		for _, key := range []string{"flags", "state", "mtu", "type", "link_type", "link_bytes", "media_auto", "txqueuelen", "rx_packets", "ipv4_addr"} {
			if o[key] != nil {
				t.Errorf("%s of a label alone: %v", key, o[key])
			}
		}
	}
	dumped, asked = startBoth(k, f, "--json v0")
	if got := len(ipv4Of(t, dumped.stdout.String(), "v0")); got != 4 {
		t.Errorf("a query has %d addresses of v0: %s", got, dumped)
	}
	if got := strings.Join(ipv4Of(t, asked.stdout.String(), "v0"), ", "); got != "10.0.0.1 255.255.0.0 10.0.255.255 v0, 10.0.0.1 - - v0" {
		t.Errorf("a query has %s", got)
	}
}

// An address that changes while it is asked for is shown as one or the other.
func TestAddressThatChanges(t *testing.T) {
	questions := []string{"SIOCGIFADDR eth1", "SIOCGIFNETMASK eth1", "SIOCGIFBRDADDR eth1"}
	for after := range 8 {
		k, f := town()
		l := &k.Interface("eth1").Addrs[0]
		k.Meanwhile = func(request string) {
			if slices.Contains(questions, request) {
				if after--; after == -1 {
					*l = labelled("eth1", "172.16.9.9", "172.16.255.255", "255.255.0.0")
				}
			}
		}
		for _, i := range source(k, f).List(false, LongFormat).Interfaces {
			if got := i.Addr.String() + " " + i.Netmask.String() + " " + i.Broadcast.String(); i.Name == "eth1" &&
				got != "10.0.1.1 255.255.255.0 10.0.1.255" && got != "172.16.9.9 255.255.0.0 172.16.255.255" {
				t.Errorf("after %d: %s", after, got)
			}
		}
	}
}

// Many aliases are listed alike, whether the kernel tells all at once or not.
func TestCrowdedBothWays(t *testing.T) {
	k, f := town()
	d := k.Interface("eth1")
	for i := range 100 {
		label := "eth1:" + string(rune('a'+i%26)) + string(rune('a'+i/26))
		d.Addrs = append(d.Addrs, labelled(label, fmt.Sprint("10.9.0.", i), "10.9.0.255", "255.255.255.0"))
	}
	dumped, asked := startBoth(k, f, "-a")
	if dumped.String() != asked.String() || strings.Count(dumped.stdout.String(), "10.9.0.255") != 100 {
		t.Errorf("dumped\n%s\nasked\n%s", dumped, asked)
	}
	k.Fail("SIOCGIFNETMASK", unix.EPERM) // is asked for no more
	if again, _ := startBoth(k, f, "-a"); again.String() != dumped.String() {
		t.Errorf("%s", again)
	}
}

func TestNotADumper(t *testing.T) {
	k, _ := town()
	c := socket(k, unix.AF_INET)
	if d := newInetDump(struct{ Getter }{c}, true); d != nil {
		t.Errorf("%v", d)
	}
	k.Fail("RTM_GETADDR", unix.EAFNOSUPPORT)
	if _, err := c.(Dumper).InetAddrs(); !errors.Is(err, unix.EAFNOSUPPORT) {
		t.Error(err)
	}
	if d := newInetDump(c, true); d != nil {
		t.Errorf("%v", d)
	}
}
