package procnet

import "testing"

const arpTitles = "IP address       HW type     Flags       HW address            Mask     Device\n"

func TestARP(t *testing.T) {
	const at2 = "/proc/net/arp:2: "
	entry := ARPEntry{ip("10.0.0.2"), 1, 6, "02:00:00:00:00:02", "*", "v0"}
	ax25 := ARPEntry{ip("44.0.0.1"), 3, 2, "N0CALL-1", "*", "ax0"}
	short := ARPEntry{IP: ip("10.0.0.2"), Type: 1, Flags: 6, HWAddr: "02:00:00:00:00:02"}
	blank := ARPEntry{ip("0.0.0.0"), 0xfffe, 6, "", "*", "t0"}
	tests := []struct {
		line string
		want outcome[ARPEntry]
	}{
		{"10.0.0.2         0x1         0x6         02:00:00:00:00:02     *        v0", outcome[ARPEntry]{entry, ""}},
		{"10.0.0.2 1 6 02:00:00:00:00:02 * v0 more\r", outcome[ARPEntry]{entry, ""}},
		{"44.0.0.1         0x3         0x2         N0CALL-1          *        ax0", outcome[ARPEntry]{ax25, ""}},
		{"10.0.0.2 0x1 0x6 02:00:00:00:00:02", outcome[ARPEntry]{short, at2 + "Mask: missing"}},
		{"0.0.0.0          0xfffe      0x6                               *        t0", outcome[ARPEntry]{blank, ""}},
		{"0.0.0.0 0xfffe 0x6 * t0 more", outcome[ARPEntry]{ARPEntry{ip("0.0.0.0"), 0xfffe, 6, "*", "t0", "more"}, ""}},
		{"0.0.0.0 0xfffe 0x6 *", outcome[ARPEntry]{ARPEntry{IP: ip("0.0.0.0"), Type: 0xfffe, Flags: 6, HWAddr: "*"}, at2 + "Mask: missing"}},
		{"10.0.0.2 0x1 0x6", outcome[ARPEntry]{ARPEntry{IP: ip("10.0.0.2"), Type: 1, Flags: 6}, at2 + "HW address: missing (skipped)"}},
		{"10.0.0.2 0x1 on v0 * v0", outcome[ARPEntry]{ARPEntry{IP: ip("10.0.0.2"), Type: 1}, at2 + "Flags: not a number (skipped)"}},
		{"10.0.0.256 0x1 0x6 x * v0", outcome[ARPEntry]{ARPEntry{}, at2 + "IP address: not an address (skipped)"}},
		{"10.0.0", outcome[ARPEntry]{ARPEntry{}, at2 + "IP address: not an address (skipped)"}},
		{"fe80::1 0x1 0x6 x * v0", outcome[ARPEntry]{ARPEntry{}, at2 + "IP address: not an address (skipped)"}},
		{"", outcome[ARPEntry]{ARPEntry{}, at2 + "IP address: missing (skipped)"}},
	}
	for _, tt := range tests {
		expect(t, ARP, arpTitles+tt.line+"\n", []outcome[ARPEntry]{tt.want})
	}
	expect(t, ARP, "", nil)
	expect(t, ARP, arpTitles, nil)
}
