package netaddr

import (
	"net/netip"
	"testing"
)

func TestPton6(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // as netip writes it; "" for no address
	}{
		{"::", "::"},
		{"::1", "::1"},
		{"FE80::0001", "fe80::1"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6"},
		{"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
		{"::1.2.3.4", "::102:304"},
		{"::ffff:1.2.3.4", "::ffff:1.2.3.4"},
		{"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"},
		{"", ""},
		{":", ""},
		{":::", ""},
		{"::g", ""},
		{"2001:db8:::1", ""},
		{"1::2::3", ""},
		{"1:2:3:4:5:6:7", ""},
		{"1:2:3:4:5:6:7:8:9", ""},
		{"1:2:3:4:5:6:7:8::", ""},
		{"::12345", ""},
		{"::1.2.3", ""},
		{"::1.2.3.04", ""},
		{"::1.2.3.256", ""},
		{"fe80::1%eth0", ""},
		{"fe80::1%", ""},
		{"[::1]", ""},
		{" ::1", ""},
		{"::1 ", ""},
		{"::1/64", ""},
		{"1.2.3.4", ""},
	} {
		got, ok := Pton6(c.text)
		if ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("Pton6(%q) = %v, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

func TestAppend6(t *testing.T) {
	for _, c := range []struct {
		addr, want string
	}{
		{"::", "::"},
		{"::1", "::1"},
		{"::2", "::2"},
		{"::ffff", "::ffff"},
		{"::1:2", "::0.1.0.2"}, // six zero groups: the old IPv4-compatible form
		{"::1.2.3.4", "::1.2.3.4"},
		{"::1:0", "::0.1.0.0"},
		{"::ffff:1.2.3.4", "::ffff:1.2.3.4"},
		{"::ffff:0:0", "::ffff:0.0.0.0"},
		{"::fffe:1.2.3.4", "::fffe:102:304"},
		{"::1:2:3", "::1:2:3"},
		{"::ffff:0:1.2.3.4", "::ffff:0:102:304"},
		{"1::", "1::"},
		{"1:0:0:2::", "1:0:0:2::"},
		{"1:0:0:2:0:0:3:4", "1::2:0:0:3:4"}, // the first of two
		{"1:0:2:0:0:3:0:4", "1:0:2::3:0:4"},
		{"1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0"}, // one group isn't cut
		{"0:1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7"},
		{"1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"},
		{"fe80::ff:fe00:1", "fe80::ff:fe00:1"},
		{"ABCD:EF01::10", "abcd:ef01::10"},
		{"2001:db8:10:200:3000:4:50:600", "2001:db8:10:200:3000:4:50:600"},
		{"64:ff9b::1.2.3.4", "64:ff9b::102:304"},
	} {
		if got := string(Append6([]byte("to "), netip.MustParseAddr(c.addr))); got != "to "+c.want {
			t.Errorf("Append6(%v) = %q, want %q", c.addr, got, c.want)
		}
	}
}

func TestAppendPlain6(t *testing.T) {
	for addr, want := range map[string]string{
		"::ffff:1.2.3.4": "1.2.3.4",
		"::1.2.3.4":      "::1.2.3.4",
		"::1":            "::1",
		"2001:db8::":     "2001:db8::",
	} {
		if got := string(AppendPlain6(nil, netip.MustParseAddr(addr))); got != want {
			t.Errorf("AppendPlain6(%v) = %q, want %q", addr, got, want)
		}
	}
}

func TestZoneIsNotWritten(t *testing.T) {
	if got := string(Append6(nil, netip.MustParseAddr("fe80::1%eth0"))); got != "fe80::1" {
		t.Errorf("got %q", got)
	}
}
