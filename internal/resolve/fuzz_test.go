package resolve

import (
	"net/netip"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzTable compares the indexes with a search from line to line.
func FuzzTable(f *testing.F) {
	f.Add(testHosts, "alpha")
	f.Add("10.0.0.1 a A\n10.0.0.2 a\n10.0.0.1 b#\n", "A")
	f.Add("\x00\n::1 \xff", "\xff")
	f.Add("loopback 127.0.0.0\nloop 127\n", "loop")
	f.Fuzz(func(t *testing.T, file, name string) {
		for _, parse := range []func([]string) []entry{hostEntries, networkEntries} {
			table := parseTable(strings.NewReader(file), parse)
			for _, v6 := range []bool{false, true} {
				if got, why := table.addr(name, v6); got != slowAddr(table.entries, name, v6) || (why == NoError) != got.IsValid() {
					t.Errorf("%q in %q, IPv6 %v: %v, %v", name, file, v6, got, why)
				}
			}
			for _, e := range table.entries {
				if got, why := table.name(e.addr); got != slowName(table.entries, e.addr) || why != NoError {
					t.Errorf("%v in %q: %q, %v", e.addr, file, got, why)
				}
			}
		}
	})
}

func slowAddr(entries []entry, name string, v6 bool) netip.Addr {
	for _, e := range entries {
		for _, n := range e.names {
			if e.addr.Is6() == v6 && sameInASCII(n, name) {
				return e.addr
			}
		}
	}
	return netip.Addr{}
}

func sameInASCII(a, b string) bool {
	same := len(a) == len(b)
	for i := 0; same && i < len(a); i++ {
		letter := 'a' <= a[i]|0x20 && a[i]|0x20 <= 'z'
		same = a[i] == b[i] || letter && a[i]^b[i] == 0x20
	}
	return same
}

func slowName(entries []entry, a netip.Addr) string {
	for _, e := range entries {
		if e.addr == a {
			return e.names[0]
		}
	}
	return ""
}

// FuzzSources: at most one of each source comes out, and what was understood
// is understood again when it is written down.
func FuzzSources(f *testing.F) {
	for _, seed := range []string{
		"files dns", "files[NOTFOUND=return]dns", "mymachines resolve [!UNAVAIL=return] files myhostname dns",
		"dns [ notfound = return UNAVAIL=continue ] files", "files [!SUCCESS=return]", "[[[=]=]", "files [", "files ]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		list := parseSources(line)
		if len(list) > 2 || len(list) == 2 && list[0].service == list[1].service {
			t.Fatalf("%q: %v", line, list)
		}
		again := parseSources(text(list))
		if diff := cmp.Diff(list, again, cmp.AllowUnexported(source{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q is %q (-first +again):\n%s", line, text(list), diff)
		}
	})
}

// FuzzNames: nothing but host names goes to DNS or comes from it.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{"web.example", "web.example.", "evil\x1b[2J", "-a", "a..b", "10.2.0.300", "#net", "fe80::1%lo", ""} {
		f.Add(seed)
	}
	harmless := regexp.MustCompile(`^[0-9A-Za-z_.][0-9A-Za-z_.-]*$`)
	f.Fuzz(func(t *testing.T, text string) {
		dns := &fakeDNS{records: map[string]any{"192.0.2.1 PTR": text}}
		r := New(etc("", "", "files dns").open, dns)
		if name, ok := r.HostName(nil, addr("192.0.2.1")); ok && (!harmless.MatchString(name) || name != strings.TrimSuffix(text, ".")) {
			t.Errorf("%q is shown as %q", text, name)
		}
		dns.log = nil
		r.Inet(text, false)
		r.Inet6(text)
		for _, question := range dns.log {
			if !harmless.MatchString(text) || !strings.HasPrefix(question, text+" ") {
				t.Errorf("%q asked %q", text, question)
			}
		}
	})
}
