package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// text writes sources as nsswitch.conf has them.
func text(list []source) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString([]string{"files", "dns", "mdns", "myhostname"}[s.service])
		if s.endsAbsent {
			b.WriteString("[NOTFOUND=return]")
		}
		if s.endsDown {
			b.WriteString("[UNAVAIL=return]")
		}
		b.WriteString(" ")
	}
	return strings.TrimSuffix(b.String(), " ")
}

func TestParseSources(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"files", "files"},
		{"files dns", "files dns"},
		{"\tdns   files ", "dns files"},
		{"files dns\r\n", "files dns"},
		{"", ""},
		{"FILES", ""},
		// Services that only a C library has.
		{"mymachines files myhostname dns wins", "files myhostname dns"},
		{"files dns myhostname", "files myhostname dns"},
		{"files dns [NOTFOUND=return] myhostname [SUCCESS=return]", "files myhostname dns[NOTFOUND=return]"},
		{"files mdns4_minimal [NOTFOUND=return] dns mdns4", "files mdns[NOTFOUND=return] dns"},
		{"[NOTFOUND=return] files", "files"},
		{"nosuch [UNAVAIL=return] files", "files"},
		{"resolve", "files myhostname dns"},
		{"files resolve", "files myhostname dns"},
		{"mymachines resolve [!UNAVAIL=return] files myhostname dns", "files myhostname dns[NOTFOUND=return]"},
		{"files files dns dns", "files dns"},
		{"files dns files [NOTFOUND=return]", "files dns"}, // of one that counts no more
		// Actions.
		{"files [NOTFOUND=return] dns", "files[NOTFOUND=return] dns"},
		{"files[notfound=Return]dns", "files[NOTFOUND=return] dns"},
		{"files [ NOTFOUND = return ] dns", "files[NOTFOUND=return] dns"},
		{"dns [UNAVAIL=return] files", "dns[UNAVAIL=return] files"},
		{"dns [!UNAVAIL=return] files", "dns[NOTFOUND=return] files"},
		{"dns [!NOTFOUND=return] files", "dns[UNAVAIL=return] files"},
		{"dns [!SUCCESS=return] files", "dns[NOTFOUND=return][UNAVAIL=return] files"},
		{"dns [!SUCCESS=return UNAVAIL=continue] files", "dns[NOTFOUND=return] files"},
		{"dns [NOTFOUND=return UNAVAIL=return] files", "dns[NOTFOUND=return][UNAVAIL=return] files"},
		{"dns [NOTFOUND=return] [NOTFOUND=continue] files", "dns files"},
		{"files [SUCCESS=continue TRYAGAIN=return] dns", "files dns"},
		{"files [NOTFOUND=merge] dns", "files dns"},
		{"files [junk] dns", "files dns"},
		{"files [=] [NOTFOUND=] [] dns", "files dns"},
		{"files ] dns", "files dns"},
		{"files [NOTFOUND=return dns", "files[NOTFOUND=return]"}, // never closed
	} {
		if got := text(parseSources(c.line)); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestReadOrder(t *testing.T) {
	for _, c := range []struct{ file, hosts, networks string }{
		{"", "files dns", "true"},
		{"# hosts: dns\n", "files dns", "true"},
		{"hosts: files\n", "files", "true"},
		{"hosts:files", "files", "true"},
		{" hosts : files # dns\r\n", "files", "true"},
		{"HOSTS: files\n", "files dns", "true"},
		{"hosts\n", "files dns", "true"},
		{"hosts:\n", "", "true"},
		{"hosts: files\nhosts: dns\n", "dns", "true"}, // as in glibc
		{"hosts: dns\nnetworks: dns\n", "dns", "false"},
		{"networks: db files\n", "files dns", "true"},
		{"networks:\n", "files dns", "false"},
	} {
		files := &fakeFiles{content: map[string]string{"/etc/nsswitch.conf": c.file}}
		o := New(files.open, nil).order()
		got := []string{text(o.hosts), fmt.Sprint(o.files[networksLine])}
		if diff := cmp.Diff([]string{c.hosts, c.networks}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.file, diff)
		}
	}
	if got := text(New((&fakeFiles{}).open, nil).order().hosts); got != "files dns" {
		t.Errorf("without the file: %q", got)
	}
}

// Which sources are asked, and whose reason counts.
func TestSourcesInUse(t *testing.T) {
	records := map[string]any{"alpha A": "192.0.2.2", "dead A": errTimeout}
	for _, c := range []struct {
		services, name string
		want           string
		last           Reason
		asked          string
	}{
		{"files", "alpha", "10.0.0.7", NoHost, ""},
		{"dns files", "alpha", "192.0.2.2", NoHost, "alpha A"},
		{"dns", "localhost", "none", NoHost, "localhost A"},
		{"dns files", "localhost", "127.0.0.1", NoHost, "localhost A"},
		{"dns files", "dead", "none", NoHost, "dead A"},
		{"dns", "dead", "none", NoAnswer, "dead A"},
		{"files [NOTFOUND=return] dns", "web", "none", NoHost, ""},
		{"files mdns4_minimal [NOTFOUND=return] dns", "web", "none", NoHost, "web A"},
		{"files mdns4_minimal [NOTFOUND=return] dns", "web.local", "none", NoHost, ""},
		{"files mdns4_minimal [NOTFOUND=return] dns", "web.LOCAL.", "none", NoHost, ""},
		{"files mdns4_minimal [NOTFOUND=return] dns", "web.corp.local", "none", NoHost, "web.corp.local A"},
		{"files mdns4_minimal [NOTFOUND=return] dns", "local", "none", NoHost, "local A"},
		{"files mdns4_minimal dns", "web.local", "none", NoHost, "web.local A"},
		{"files dns mdns4", "web.local", "none", NoHost, "web.local A"},
		{"dns [!UNAVAIL=return] files", "localhost", "none", NoHost, "localhost A"},
		{"dns [UNAVAIL=return] files", "dead", "none", NoAnswer, "dead A"},
		{"dns files", "", "none", NoHost, ""},
		{"mdns4", "alpha", "none", Internal, ""},
		{"mdns4", "1.2.3.4.5", "none", NoHost, ""},
	} {
		dns := &fakeDNS{records: records}
		r := New(etc(testHosts, "", c.services).open, dns)
		if got := show(r.Inet(c.name, false)); got != c.want || r.Last() != c.last || dns.String() != c.asked {
			t.Errorf("%s: %q is %s, then %v, asked %q; want %s, then %v, asked %q",
				c.services, c.name, got, r.Last(), dns, c.want, c.last, c.asked)
		}
	}
}

func TestNetworksWithoutFiles(t *testing.T) {
	files := &fakeFiles{content: map[string]string{
		"/etc/nsswitch.conf": "networks: db\nhosts: files\n",
		"/etc/networks":      testNetworks,
		"/etc/hosts":         testHosts,
	}}
	r := New(files.open, nil)
	if got := show(r.Inet("tens", false)); got != "none" || r.Last() != NoHost {
		t.Errorf("got %s, then %v", got, r.Last())
	}
	if name, ok := r.NetworkName(addr("10.0.0.0")); ok {
		t.Errorf("got %q", name)
	}
	if want := "/etc/nsswitch.conf /etc/hosts"; files.String() != want {
		t.Errorf("opened %q, want %q", files, want)
	}
}
