package netlab

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func objects(t *testing.T, text string) []object {
	t.Helper()
	list, err := decodeObjects(strings.ReplaceAll(text, "\n", "")) // ip prints one line
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestLinkLines(t *testing.T) {
	text := `[{},{"ifname":"v0","link_type":"ether","flags":["M-DOWN","UP"],"mtu":1500,"txqlen":1000,
"address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[{},
{"family":"inet6","local":"fe80::2","prefixlen":64,"scope":"link","nodad":true},
{"family":"inet","local":"10.0.0.2","prefixlen":24,"address":"10.0.0.9","scope":"global","secondary":true,"label":"v0:1","metric":5},
{"family":"inet6","local":"fe80::1","prefixlen":128,"scope":"link","temporary":false},
{"family":"inet","local":"10.0.0.1","prefixlen":8,"broadcast":"10.255.255.255","scope":"global","label":"v0"},
{"family":"inet6","local":"fe80::1","prefixlen":64,"scope":"link","deprecated":true,"noprefixroute":true}]},
{"ifname":"t0","flags":[],"mtu":68}]`
	want := []string{
		"link t0 ? <> mtu 68",
		"link v0 ether <UP> mtu 1500 qlen 1000 address 02:00:00:00:00:01 broadcast ff:ff:ff:ff:ff:ff",
		"  inet 10.0.0.2/24 peer 10.0.0.9 scope global label v0:1 metric 5 secondary",
		"  inet 10.0.0.1/8 broadcast 10.255.255.255 scope global label v0",
		"  inet6 fe80::1/64 scope link noprefixroute deprecated",
		"  inet6 fe80::1/128 scope link",
		"  inet6 fe80::2/64 scope link nodad",
	}
	if diff := cmp.Diff(want, linkLines(objects(t, text))); diff != "" {
		t.Error(diff)
	}
}

func TestRouteLines(t *testing.T) {
	text := `[{"dst":"default","gateway":"10.0.0.9","dev":"v0","flags":["linkdown"]},
{"type":"local","dst":"::1","dev":"lo","table":"local","protocol":"kernel","metric":0,"flags":["onlink","linkdown","dead"],"pref":"medium"},
{"dst":"10.0.0.0/8","dev":"v0","scope":"link","prefsrc":"10.0.0.1","metrics":[{"window":9,"mtu":1400},{"rtt":80}]},
{"dst":"10.1.0.0/16","dev":"v0","flags":[],"tos":"0x10"}]`
	want := []string{
		"r main unicast default gateway 10.0.0.9 dev v0",
		"r local local ::1 dev lo protocol kernel metric 0 flags onlink,dead",
		"r main unicast 10.0.0.0/8 dev v0 scope link prefsrc 10.0.0.1 mtu 1400 window 9 rtt 80",
		"r main unicast 10.1.0.0/16 dev v0 tos 0x10",
	}
	if diff := cmp.Diff(want, routeLines("r", objects(t, text))); diff != "" {
		t.Error(diff)
	}
}

func TestDecodeObjects(t *testing.T) {
	for _, c := range []struct {
		text string
		want []object
	}{
		{"", nil},
		{" \n", nil},
		{"[{},{}]\n", []object{}},
		{`[{"a":"x"},{}]`, []object{{"a": "x"}}},
		{"[{\"a\":\"\x01\n\xff\u00e9\"}]", []object{{"a": "\x01\n\\xff\u00e9"}}},
	} {
		got, err := decodeObjects(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.text, diff)
		}
	}
	for _, text := range []string{"[", "{}", "x", `[{"a":"\x"}]`, "[1]"} {
		if got, err := decodeObjects(text); err == nil {
			t.Errorf("%q: %v instead of an error", text, got)
		}
	}
}

func TestVisible(t *testing.T) {
	if got, want := visible("a\x00\x1b\n\x7f\u00e9"), `a\x00\x1b\x0a\x7f`+"\u00e9"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzDecodeObjects: whatever bytes ip puts into a string, there is a text for
// it without control characters, and plain text stays as it is.
func FuzzDecodeObjects(f *testing.F) {
	f.Add("02:00:00:00:00:01")
	f.Add("\x00\x1f\x7f\xff\xc3")
	f.Add("\u00e9\ufffd")
	f.Fuzz(func(t *testing.T, name string) {
		if strings.ContainsAny(name, `"\`) {
			t.Skip("ip escapes these")
		}
		list, err := decodeObjects(`[{"ifname":"` + name + `"}]`)
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		got := visible(list[0].text("ifname"))
		plain := true
		for _, r := range got {
			if r < ' ' || r == 0x7f || r == 0xfffd && !strings.ContainsRune(name, r) {
				t.Errorf("%q shows as %q", name, got)
			}
		}
		for i := range len(name) {
			plain = plain && name[i] >= ' ' && name[i] < 0x7f
		}
		if plain && got != name {
			t.Errorf("%q shows as %q", name, got)
		}
	})
}
