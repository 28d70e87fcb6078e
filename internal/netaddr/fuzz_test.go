package netaddr

import (
	"net/netip"
	"strings"
	"testing"
)

func FuzzAton(f *testing.F) {
	for _, seed := range []string{
		"10.0.0.1", "10", "10.1", "0x7f.1", "017.1.1", "1.2.3.4 x", "1.2.3.4x", "256.1", "4294967295", "4294967296", "", ".", "1..2",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := Aton(s)
		if strict, err := netip.ParseAddr(s); err == nil && strict.Is4() && (!ok || a != strict) {
			t.Errorf("Aton(%q) = %v, %v: a dotted quad is itself", s, a, ok)
		}
		if exact, all := AtonExact(s); all && (!ok || exact != a) || ok && !all && !strings.ContainsAny(s, " \t\n\v\f\r") {
			t.Errorf("Aton(%q) = %v, %v but AtonExact = %v, %v", s, a, ok, exact, all)
		}
		if !ok {
			return
		}
		text := string(Append4(nil, a))
		if text != a.String() {
			t.Errorf("Append4(%v) = %q", a, text)
		}
		if back, ok := Aton(text); !ok || back != a {
			t.Errorf("%q is %v, written %q, which is %v, %v", s, a, text, back, ok)
		}
	})
}

func FuzzAppend4(f *testing.F) {
	f.Add(byte(0), byte(9), byte(10), byte(255))
	f.Fuzz(func(t *testing.T, p, q, r, s byte) {
		a := netip.AddrFrom4([4]byte{p, q, r, s})
		text := string(Append4(nil, a))
		if back, ok := AtonExact(text); !ok || back != a || text != a.String() {
			t.Errorf("Append4(%v) = %q, which is %v, %v", a, text, back, ok)
		}
	})
}

func FuzzPton6(f *testing.F) {
	for _, seed := range []string{
		"::", "::1", "::1:2", "1::", "1:0:0:2::", "::ffff:1.2.3.4", "2001:db8::1", "fe80::1%lo", "1:2:3:4:5:6:7:8", ":::", "::g",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := Pton6(s)
		if loose, err := netip.ParseAddr(s); ok != (err == nil && loose.Is6() && loose.Zone() == "" && !strings.Contains(s, "%")) {
			t.Fatalf("Pton6(%q) = %v, %v, netip says %v, %v", s, a, ok, loose, err)
		}
		if ok {
			checkText6(t, a)
		}
	})
}

func FuzzAppend6(f *testing.F) {
	f.Add(make([]byte, 16))
	f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4})
	f.Add([]byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4})
	f.Add([]byte{0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		var bytes [16]byte
		copy(bytes[:], b)
		checkText6(t, netip.AddrFrom16(bytes))
	})
}

// checkText6 writes an address in each form and reads it back. Where no dotted
// quad is in it, both forms are netip's.
func checkText6(t *testing.T, a netip.Addr) {
	t.Helper()
	text := string(Append6(nil, a))
	if back, ok := Pton6(text); !ok || back != a {
		t.Errorf("%v is written %q, which is %v, %v", a, text, back, ok)
	}
	if !strings.Contains(text, ".") && text != a.String() {
		t.Errorf("Append6 = %q, netip has %q", text, a)
	}
	plain := string(AppendPlain6(nil, a))
	if want := a.Unmap().String(); a.Is4In6() && plain != want {
		t.Errorf("AppendPlain6(%v) = %q, want %q", a, plain, want)
	}
	if !a.Is4In6() && plain != text {
		t.Errorf("AppendPlain6(%v) = %q, Append6 has %q", a, plain, text)
	}
}
