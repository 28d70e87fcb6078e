package main

import "testing"

// Each kernel has the titles of 6.1 but for what is known to come and go, and may have
// more counters.
func TestFiles(t *testing.T) {
	const more = "Ip: Forwarding Ip: Udp: NoPorts MemErrors Udp: UdpLite: NoPorts UdpLite:\n"
	want := screen{{"title udplite", "sl  local\n"}, {"title arp", "IP  Device\n"}, {"counters snmp", more}}
	shows := func(release, udplite, arp, snmp string) screen {
		return screen{{"busybox uname -r", release + "\n"}, {"title udplite", udplite}, {"title arp", arp}, {"counters snmp", snmp}}
	}
	const (
		old  = "Ip: Forwarding Ip: Udp: NoPorts Udp: UdpLite: NoPorts UdpLite:\n"
		next = "Ip: Forwarding New Ip: Udp: NoPorts MemErrors Udp:\n"
	)
	for name, test := range map[string]struct {
		have screen
		fine bool
	}{
		"6.1":                     {shows("6.1.0-56-amd64", "sl  local\n", "IP  Device\n", more), true},
		"titles of another width": {shows("6.12.1", "sl local\n", "IP Device\n", more), true},
		"5.10":                    {shows("5.10.0-1-amd64", "sl  local\n", "IP  Device\n", old), true},
		"7.2":                     {shows("7.2.13", "none\n", "IP  Device\n", next), true},
		"UDP-Lite back":           {shows("7.2.13", "sl  local\n", "IP  Device\n", next), false},
		"UDP-Lite counted":        {shows("7.2.13", "none\n", "IP  Device\n", more), false},
		"a counter lost":          {shows("6.12.1", "sl  local\n", "IP  Device\n", old), false},
		"another column":          {shows("6.12.1", "sl  local\n", "IP  Mask Device\n", more), false},
		"a command lost":          {shows("6.1.0", "", "", "")[:3], false},
		"nothing":                 {nil, false},
	} {
		if wrong := checkFiles(want, test.have); (wrong == "") != test.fine {
			t.Errorf("%s: %q", name, wrong)
		}
	}
}
