package resolve

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzBooks compares what is found in a file that is read for one question, in
// one that is kept and in one that is too long for that.
func FuzzBooks(f *testing.F) {
	f.Add(testHosts, "alpha")
	f.Add("10.0.0.1 a A\n10.0.0.2 a\n10.0.0.1 b#\n", "A")
	f.Add("\x00\n::1 \xff", "\xff")
	f.Add("loopback 127.0.0.0\nloop 127\n", "loop")
	f.Fuzz(func(t *testing.T, file, name string) {
		long := file + "\n" + strings.Repeat("# long\n", shortFile/7+1)
		for _, c := range []struct {
			kind int
			slow func(words []string, name string) netip.Addr
		}{{hostAddrs4, slowHost4}, {networkAddrs, slowNetwork}} {
			want := ""
			for line := range strings.SplitSeq(file, "\n") {
				if a := c.slow(Words(uncomment(line)), name); a.IsValid() && want == "" {
					want = a.String()
				}
			}
			if got := bookOf(c.kind, file).addrOf(name); got != want {
				t.Errorf("%q in %q: %q, want %q", name, file, got, want)
			}
			for _, content := range []string{file, long} {
				b := bookOf(c.kind, content)
				b.addrOf("another")
				if got := b.addrOf(name); got != want {
					t.Errorf("%q, asked second, in %q: %q, want %q", name, file, got, want)
				}
			}
		}
	})
}

func slowHost4(words []string, name string) netip.Addr {
	for i, word := range words {
		a, err := netip.ParseAddr(words[0])
		if i > 0 && err == nil && a.Zone() == "" && sameInASCII(word, name) {
			a, _ = as4(a)
			if a.Is4() {
				return a
			}
		}
	}
	return netip.Addr{}
}

func slowNetwork(words []string, name string) netip.Addr {
	for i, word := range words {
		if i == 1 || !sameInASCII(word, name) {
			continue
		}
		if len(words) == 1 {
			return networkNumber(nil)
		}
		return networkNumber([]byte(words[1]))
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
		if slices.ContainsFunc(list, func(s source) bool { return count(list, s.service) > 1 }) {
			t.Fatalf("%q: %v", line, list)
		}
		again := parseSources(text(list))
		if diff := cmp.Diff(list, again, cmp.AllowUnexported(source{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q is %q (-first +again):\n%s", line, text(list), diff)
		}
	})
}

func count(list []source, s service) (n int) {
	for _, have := range list {
		if have.service == s {
			n++
		}
	}
	return n
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
