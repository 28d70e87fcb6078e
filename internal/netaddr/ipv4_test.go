package netaddr

import (
	"net/netip"
	"testing"
)

func TestAton(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // "" for no address
	}{
		{"10.0.0.5", "10.0.0.5"},
		{"0", "0.0.0.0"},
		{"10", "0.0.0.10"},
		{"10.1", "10.0.0.1"},
		{"10.1.2", "10.1.0.2"},
		{"10.65535", "10.0.255.255"},
		{"10.16777215", "10.255.255.255"},
		{"10.16777216", ""},
		{"10.1.65535", "10.1.255.255"},
		{"10.1.65536", ""},
		{"4294967295", "255.255.255.255"},
		{"4294967296", ""},
		{"99999999999999999999", ""},
		{"0x0a010101", "10.1.1.1"},
		{"0X0A.0x1", "10.0.0.1"},
		{"012.010.1.1", "10.8.1.1"},
		{"08.0.0.1", ""},
		{"0x", ""},
		{"0x.1", ""},
		{"256.1.1.1", ""},
		{"1.256.1.1", ""},
		{"1.2.3.256", ""},
		{"1.2.3.4.5", ""},
		{"1.2.3.", ""},
		{"1.", ""},
		{".1", ""},
		{"1..2", ""},
		{"", ""},
		{" 10.0.0.1", ""},
		{"+1", ""},
		{"-1", ""},
		{"1.-2", ""},
		{"10.0.0.5 junk", "10.0.0.5"},
		{"10.0.0.5\tjunk", "10.0.0.5"},
		{"10.0.0.5\n", "10.0.0.5"},
		{"10.0.0.5x", ""},
		{"10.0.0.5/24", ""},
		{"10.0.0.5\u00a0", ""}, // white space of another locale
		{"default", ""},
		{"a", ""},
	} {
		got, ok := Aton(c.text)
		if ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("Aton(%q) = %v, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

func TestAtonExact(t *testing.T) {
	for text, want := range map[string]bool{
		"10.0.0.5": true, "10": true, "0x0a000001": true,
		"10.0.0.5 ": false, "10.0.0.5 x": false, "": false, "x": false, "1.2.3.256": false,
	} {
		if _, ok := AtonExact(text); ok != want {
			t.Errorf("AtonExact(%q) = %v, want %v", text, ok, want)
		}
	}
}

func TestAppend4(t *testing.T) {
	for _, c := range []struct {
		addr netip.Addr
		want string
	}{
		{netip.MustParseAddr("0.0.0.0"), "0.0.0.0"},
		{netip.MustParseAddr("9.10.99.100"), "9.10.99.100"},
		{netip.MustParseAddr("199.200.201.255"), "199.200.201.255"},
		{netip.MustParseAddr("::ffff:192.0.2.1"), "192.0.2.1"},
		{netip.Addr{}, "0.0.0.0"},
	} {
		if got := string(Append4([]byte("addr:"), c.addr)); got != "addr:"+c.want {
			t.Errorf("Append4(%v) = %q, want %q", c.addr, got, c.want)
		}
	}
}

func TestAppend4EveryByte(t *testing.T) {
	for i := range 256 {
		a := netip.AddrFrom4([4]byte{byte(i), 0, byte(255 - i), byte(i)})
		if got := string(Append4(nil, a)); got != a.String() {
			t.Errorf("Append4 = %q, want %q", got, a)
		}
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	b := make([]byte, 0, 64)
	v4 := netip.MustParseAddr("192.168.100.200")
	v6 := netip.MustParseAddr("2001:db8:1111:2222:3333:4444:5555:6666")
	allocs := testing.AllocsPerRun(10, func() {
		b = Append4(b[:0], v4)
		b = Append6(b[:0], v6)
		b = AppendPlain6(b[:0], v6)
	})
	if allocs != 0 {
		t.Errorf("%v allocations, want 0", allocs)
	}
}

func BenchmarkAppend4(b *testing.B) {
	buf := make([]byte, 0, 16)
	a := netip.MustParseAddr("192.168.100.200")
	for b.Loop() {
		buf = Append4(buf[:0], a)
	}
}
