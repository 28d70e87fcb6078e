package procnet

import (
	"net/netip"
	"strings"
	"testing"
)

func TestInet6Addrs(t *testing.T) {
	const at1 = "/proc/net/if_inet6:1: "
	none := netip.IPv6Unspecified()
	fe80 := ip("fe80::1")
	const text = "fe800000000000000000000000000001"
	tests := []struct {
		line string
		want outcome[Inet6Addr]
	}{
		{text + " 02 40 20 80       v0", outcome[Inet6Addr]{Inet6Addr{fe80, 2, 64, 0x20, 0x80, "v0"}, ""}},
		{strings.ToUpper(text) + " 0A 40 20 80 v0", outcome[Inet6Addr]{Inet6Addr{fe80, 10, 64, 0x20, 0x80, "v0"}, ""}},
		// The classic tools lose step where an index has a third digit.
		{text + " 100 40 20 80       v0", outcome[Inet6Addr]{Inet6Addr{fe80, 256, 64, 0x20, 0x80, "v0"}, ""}},
		{text + " 7fffffff 80 00 00 v0 more", outcome[Inet6Addr]{Inet6Addr{fe80, 1<<31 - 1, 128, 0, 0, "v0"}, ""}},
		{"\t" + text + "\t2\v40\f20 80 v0\r", outcome[Inet6Addr]{Inet6Addr{fe80, 2, 64, 0x20, 0x80, "v0"}, ""}},
		{"00000000000000000000ffff01020304 02 80 00 80 v0", outcome[Inet6Addr]{Inet6Addr{ip("::ffff:1.2.3.4"), 2, 128, 0, 0x80, "v0"}, ""}},
		{"", outcome[Inet6Addr]{Inet6Addr{Addr: none}, at1 + "address: missing (skipped)"}},
		{text[1:] + " 02 40 20 80 v0", outcome[Inet6Addr]{Inet6Addr{Addr: none}, at1 + "address: not an address (skipped)"}},
		{text + "0 02 40 20 80 v0", outcome[Inet6Addr]{Inet6Addr{Addr: none}, at1 + "address: not an address (skipped)"}},
		{"fe80::1 02 40 20 80 v0", outcome[Inet6Addr]{Inet6Addr{Addr: none}, at1 + "address: not an address (skipped)"}},
		{text, outcome[Inet6Addr]{Inet6Addr{Addr: fe80}, at1 + "index: missing (skipped)"}},
		{text + " 02 xx", outcome[Inet6Addr]{Inet6Addr{Addr: fe80, Index: 2}, at1 + "prefix length: not a number (skipped)"}},
		{text + " 02 40 20", outcome[Inet6Addr]{Inet6Addr{fe80, 2, 64, 0x20, 0, ""}, at1 + "flags: missing (skipped)"}},
		{text + " 02 40 20 80 ", outcome[Inet6Addr]{Inet6Addr{fe80, 2, 64, 0x20, 0x80, ""}, at1 + "device: missing (skipped)"}},
		{text + " 02 40\x00 20 80 v0", outcome[Inet6Addr]{Inet6Addr{fe80, 2, 64, 0, 0, ""}, at1 + "scope: missing (skipped)"}},
	}
	for _, tt := range tests {
		expect(t, Inet6Addrs, tt.line+"\n", []outcome[Inet6Addr]{tt.want})
	}
}

func TestInet6AddrsFiles(t *testing.T) {
	const line = "fe800000000000000000000000000001 02 40 20 80 v0"
	good := outcome[Inet6Addr]{Inet6Addr{ip("fe80::1"), 2, 64, 0x20, 0x80, "v0"}, ""}
	bad := outcome[Inet6Addr]{Inet6Addr{Addr: netip.IPv6Unspecified()}, "/proc/net/if_inet6:2: address: not an address (skipped)"}
	expect(t, Inet6Addrs, "", nil)
	expect(t, Inet6Addrs, line, []outcome[Inet6Addr]{good})
	expect(t, Inet6Addrs, line+"\ngarbage\n"+line+"\n", []outcome[Inet6Addr]{good, bad, good})
	tail := outcome[Inet6Addr]{bad.Row, "/proc/net/if_inet6:1: address: missing (skipped)"}
	expect(t, Inet6Addrs, line+strings.Repeat(" ", 1022)+"\n", []outcome[Inet6Addr]{good, tail})
}
