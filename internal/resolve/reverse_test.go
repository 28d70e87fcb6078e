package resolve

import (
	"testing"
)

func TestHostName(t *testing.T) {
	records := map[string]any{
		"192.0.2.1 PTR":     "Web.Example",
		"192.0.2.2 PTR":     "dotted.example.",
		"192.0.2.3 PTR":     "under_score-9.example",
		"192.0.2.4 PTR":     errTimeout,
		"10.0.0.7 PTR":      "other.example",
		"2001:db8::99 PTR":  "six.example",
		"198.51.100.1 PTR":  "",
		"198.51.100.2 PTR":  ".",
		"198.51.100.3 PTR":  "evil\x1b[2J.example",
		"198.51.100.4 PTR":  "evil\n.example",
		"198.51.100.5 PTR":  "sp ace",
		"198.51.100.6 PTR":  "b\xfccher.example",
		"198.51.100.7 PTR":  "%s%n",
		"198.51.100.8 PTR":  "a/b",
		"198.51.100.9 PTR":  "-n",
		"198.51.100.10 PTR": "two..dots",
		"198.51.100.11 PTR": "10.1.1.1",
	}
	for _, c := range []struct{ services, addr, want string }{
		// The canonical name of the first line, as written.
		{"files", "10.0.0.7", "Alpha"},
		{"files", "10.0.0.8", "mapped"},
		{"files", "::ffff:10.0.0.8", "mapped"},
		{"files", "::ffff:10.0.0.7", ""},
		{"files", "127.0.0.1", "localhost"},
		{"files", "::1", "ip6-localhost"},
		{"files", "2001:db8::77", "sixgw"},
		{"files", "10.0.0.9", "-dash"}, // the administrator may write what he likes
		{"files", "192.0.2.1", ""},
		{"files dns", "10.0.0.7", "Alpha"},
		{"dns files", "10.0.0.7", "other.example"},
		{"dns files", "10.0.0.8", "mapped"},
		{"dns [!UNAVAIL=return] files", "10.0.0.8", ""},
		{"nosuch", "10.0.0.7", ""},
		{"files dns", "192.0.2.1", "Web.Example"},
		{"files dns", "192.0.2.2", "dotted.example"},
		{"files dns", "192.0.2.3", "under_score-9.example"},
		{"files dns", "192.0.2.4", ""},
		{"files dns", "192.0.2.99", ""},
		{"files dns", "2001:db8::99", "six.example"},
		// What DNS may not say (CVE-2022-28391).
		{"files dns", "198.51.100.1", ""},
		{"files dns", "198.51.100.2", ""},
		{"files dns", "198.51.100.3", ""},
		{"files dns", "198.51.100.4", ""},
		{"files dns", "198.51.100.5", ""},
		{"files dns", "198.51.100.6", ""},
		{"files dns", "198.51.100.7", ""},
		{"files dns", "198.51.100.8", ""},
		{"files dns", "198.51.100.9", ""},
		{"files dns", "198.51.100.10", ""},
		{"files dns", "198.51.100.11", ""},
	} {
		r := New(etc(testHosts, "", c.services).open, &fakeDNS{records: records}).after(t, NoRecovery)
		got, ok := r.HostName(nil, addr(c.addr))
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%s: HostName(%s) = %q, %v, want %q", c.services, c.addr, got, ok, c.want)
		}
		if r.Last() != NoRecovery {
			t.Errorf("%s: HostName(%s) set the reason to %v", c.services, c.addr, r.Last())
		}
	}
}

func TestHostNameAfterTheEnd(t *testing.T) {
	end := make(chan struct{})
	close(end)
	dns := &fakeDNS{records: map[string]any{"10.0.0.8 PTR": "other", "192.0.2.1 PTR": "web"}}
	r := New(etc(testHosts, "", "dns files").open, dns)
	for a, want := range map[string]string{"10.0.0.8": "mapped", "192.0.2.1": ""} {
		if got, _ := r.HostName(end, addr(a)); got != want {
			t.Errorf("%s is %q, want %q", a, got, want)
		}
	}
	if len(dns.log) != 0 {
		t.Errorf("asked %v", dns)
	}
}

func TestHostNameWithoutHostsFile(t *testing.T) {
	dns := &fakeDNS{records: map[string]any{"192.0.2.1 PTR": "web"}}
	r := New((&fakeFiles{}).open, dns)
	if got, _ := r.HostName(nil, addr("192.0.2.1")); got != "web" {
		t.Errorf("got %q", got)
	}
	r = New((&fakeFiles{}).open, nil)
	if got, ok := r.HostName(nil, addr("192.0.2.1")); ok {
		t.Errorf("without DNS: %q", got)
	}
}

func TestNetworkName(t *testing.T) {
	files := etc("10.0.0.0 host\n", testNetworks+"second 10.0.0.0\n", "files")
	r := New(files.open, nil)
	for a, want := range map[string]string{
		"10.0.0.0": "tens", "127.0.0.0": "loopback", "0.0.0.0": "Default",
		"10.1.0.0": "", "10.0.0.1": "", "172.20.0.0": "alpha2",
	} {
		if got, ok := r.NetworkName(addr(a)); got != want || ok != (want != "") {
			t.Errorf("NetworkName(%s) = %q, %v, want %q", a, got, ok, want)
		}
	}
	if want := "/etc/nsswitch.conf /etc/networks"; files.String() != want {
		t.Errorf("opened %q, want %q", files, want)
	}
	if got, ok := New((&fakeFiles{}).open, nil).NetworkName(addr("10.0.0.0")); ok {
		t.Errorf("without the file: %q", got)
	}
}

func TestIsHostName(t *testing.T) {
	label := "a123456789012345678901234567890123456789012345678901234567890bc" // 63
	long := label + "." + label + "." + label + "." + label[:61]               // 253
	for name, want := range map[string]bool{
		"a": true, "A.b-c_d.9": true, "a.": true, "9": true, "_x": true, "x-": true, "a.-b": true,
		label: true, long: true, long + ".": true,
		"": false, ".": false, "a..b": false, ".a": false, "a..": false, "-a": false,
		label + "x": false, long + "x": false,
		"a b": false, "a\x00": false, "a\x7f": false, "\u00e9": false, "a:b": false, "a@b": false, "a[b": false, "a`b": false, "a{b": false,
	} {
		if got := isHostName(name); got != want {
			t.Errorf("isHostName(%q) = %v, want %v", name, got, want)
		}
	}
}
