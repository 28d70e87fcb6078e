package linktype

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestByKeyword(t *testing.T) {
	tests := []struct {
		set    Set
		word   string
		arphrd int // -1: unknown
	}{
		{Classic, "ether", 1},
		{Classic, "tr", 6},
		{Classic, "netrom", 0},
		{Classic, "unspec", 0xffff},
		{Classic, "ETHER", -1},
		{Classic, "eth", -1},
		{Classic, "", -1},
		{Classic, "nosuch", -1},
		{Classic, "strip", -1},
		{Classic, "ash", -1},
		{Classic, "eui64", -1},
		{Classic, "infiniband", -1},
		{NetTools210, "tr", -1},
		{NetTools210, "ash", 781},
		{NetTools210, "eui64", 27},
		{RedHat, "infiniband", 32},
		{Busybox, "infiniband", 32},
		{Busybox, "slip", -1},
		{Busybox, "", -1},
	}
	for _, test := range tests {
		got := -1
		if typ := test.set.ByKeyword(test.word); typ != nil {
			got = int(typ.ARPHRD)
		}
		if got != test.arphrd {
			t.Errorf("set %#x: %q is %d, want %d", test.set, test.word, got, test.arphrd)
		}
	}
}

func TestClassesWithoutHandler(t *testing.T) {
	classes := []string{
		"loop", "slip", "cslip", "slip6", "cslip6", "adaptive", "ppp", "hdlc", "lapb",
		"dlci", "frad", "sit", "irda", "ec", "unspec",
	}
	var got []string
	for typ := range Classic.All() {
		if typ.Parse == nil {
			got = append(got, typ.Keyword)
		}
	}
	if Classic.ByKeyword("unspec").Parse == nil {
		got = append(got, "unspec")
	}
	if diff := cmp.Diff(classes, got); diff != "" {
		t.Errorf("classes without handler (-want +got):\n%s", diff)
	}
}

// What `hw CLASS ADDR` sends; "invalid" is a refusal.
func TestParse(t *testing.T) {
	tests := []struct{ class, text, want string }{
		{"ether", "2:1:2:3:4:5", "020102030405"},
		{"ether", "021122334455", "021122334455"},
		{"ether", "2", "020000000000"},
		{"ether", "02-11-22-33-44-55", "invalid"},
		{"tr", "02:aa:bb:cc:dd:ee", "02aabbccddee"},
		{"tr", "2:1", "invalid"},
		{"fddi", "02:aa:bb:cc:dd:ee", "02aabbccddee"},
		{"fddi", "01-02-03-04-05-06", "invalid"},
		{"hippi", "02aabb", "02aabb000000"},
		{"hippi", "1", "invalid"},
		{"arcnet", "12", "12"},
		{"arcnet", "1234", "12"},
		{"arcnet", "", "00"},
		{"arcnet", "5", "invalid"},
		{"ax25", "N0CALL", "9c608682989800"},
		{"ax25", "K1ABCDEFG", "invalid"},
		{"netrom", "N0CALL-1", "9c608682989802"},
		{"rose", "0102030405", "0102030405"},
		{"rose", "12345", "invalid"},
		{"x25", "123/2", "313233"},
		{"x25", "123/9", "invalid"},
		{"tunnel", "1.2.3.4", "invalid"},
		{"tunnel", "", "invalid"},
	}
	for _, test := range tests {
		got := "invalid"
		if p, err := Classic.ByKeyword(test.class).Parse(test.text); err == nil {
			got = hex.EncodeToString(p)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("hw %s %q (-want +got):\n%s", test.class, test.text, diff)
		}
	}
}

func TestParseEUI64(t *testing.T) {
	got, err := NetTools210.ByKeyword("eui64").Parse("1:2:0a:0b:0c:0d:0e:ff")
	if diff := cmp.Diff([]byte{1, 2, 10, 11, 12, 13, 14, 255}, got); diff != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
}

// everySet are the sets, for what must hold in all of them.
var everySet = []Set{Classic, NetTools160, RedHat, NetTools210, Busybox}

func TestAppendDoesntAllocate(t *testing.T) {
	b := make([]byte, 0, 80)
	for _, set := range everySet {
		for typ := range set.All() {
			if typ.Append == nil {
				continue
			}
			if n := testing.AllocsPerRun(10, func() { typ.Append(b, addr) }); n != 0 {
				t.Errorf("%s allocates %v times", typ.Title, n)
			}
		}
	}
	if n := testing.AllocsPerRun(10, func() { Classic.ByNumber(2).Append(b, addr) }); n != 0 {
		t.Errorf("UNSPEC allocates %v times", n)
	}
}

// Every set finds its rows by number, and no number is ambiguous.
func TestRowsAreFound(t *testing.T) {
	for _, set := range everySet {
		for typ := range set.All() {
			if set.ByNumber(typ.ARPHRD) != typ {
				t.Errorf("set %#x: type %d has two rows", set, typ.ARPHRD)
			}
			if typ.Title == "" {
				t.Errorf("set %#x: type %d has no title", set, typ.ARPHRD)
			}
		}
	}
}

// FuzzTypes: what a class takes fits into sa_data and, read again from what is
// shown of it, is the same. ROSE and X.25 take texts that aren't shown in full;
// their own package knows when.
func FuzzTypes(f *testing.F) {
	f.Add("ether", "2:1:2:3:4:5")
	f.Add("fddi", "02aabbccddee")
	f.Add("ax25", "n0call-1")
	f.Add("netrom", "-9")
	f.Add("rose", "0102030405")
	f.Add("x25", "123/1")
	f.Add("arcnet", "12")
	f.Add("tunnel", "1")
	f.Add("eui64", "1:2:3")
	f.Fuzz(func(t *testing.T, class, text string) {
		typ := (Classic | NetTools210).ByKeyword(class)
		if typ == nil || typ.Parse == nil {
			return
		}
		p, err := typ.Parse(text)
		if err != nil {
			return
		}
		if len(p) == 0 || len(p) > 14 {
			t.Fatalf("%s %q is %d bytes", class, text, len(p))
		}
		if class == "rose" || class == "x25" {
			return
		}
		shown := typ.Append(nil, p)
		// FDDI shows dashes, and takes colons only.
		again, err := typ.Parse(strings.ReplaceAll(string(shown), "-", fddiColon(class)))
		if err != nil {
			t.Fatalf("%s %q shows as %q: %v", class, text, shown, err)
		}
		if got := typ.Append(nil, again); !bytes.Equal(got, shown) {
			t.Fatalf("%s %q shows as %q, which shows as %q", class, text, shown, got)
		}
	})
}

// fddiColon is what a dash in an address of the class has to be to be read.
func fddiColon(class string) string {
	if class == "fddi" {
		return ":"
	}
	return "-"
}
