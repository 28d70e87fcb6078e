package resolve

import (
	"testing"

	"classicnet/tool"
)

const testHosts = `127.0.0.1	localhost
10.0.0.7  Alpha	alpha2 # comment
::ffff:10.0.0.8 mapped
::1 ip6-localhost six
2001:db8::77 sixgw both
10.0.0.9 -dash 1.2.3.4.5 256.1.1.1 12
10.0.0.10 both loopback
10.0.0.11 twice
10.0.0.12 twice
`

const testNetworks = `loopback 127.0.0.0
tens 10 TEN
Default 0.0.0.0
alpha2 172.20.0.0
`

func TestInetFromFiles(t *testing.T) {
	for _, c := range []struct {
		text      string
		hostFirst bool
		want      string
		last      Reason // after NoRecovery
	}{
		{"default", false, "net 0.0.0.0", NoRecovery},
		{"default", true, "net 0.0.0.0", NoRecovery},
		{"10.1", false, "10.0.0.1", NoRecovery},
		{"0x0a000001", true, "10.0.0.1", NoRecovery},
		{"10.0.0.5 junk", false, "10.0.0.5", NoRecovery},
		{"12", false, "0.0.0.12", NoRecovery}, // never a name
		{"tens", false, "net 10.0.0.0", NoRecovery},
		{"tEN", false, "net 10.0.0.0", NoRecovery},
		{"tens", true, "net 10.0.0.0", NoHost}, // a host was looked for first
		{"DEFAULT", false, "net 0.0.0.0", NoRecovery},
		{"loopback", false, "net 127.0.0.0", NoRecovery},
		{"loopback", true, "10.0.0.10", NoHost},
		{"alpha", false, "10.0.0.7", NoHost},
		{"ALPHA2", true, "10.0.0.7", NoHost},
		{"ALPHA2", false, "net 172.20.0.0", NoRecovery},
		{"mapped", false, "10.0.0.8", NoHost},
		{"six", false, "127.0.0.1", NoHost},
		{"sixgw", false, "none", NoHost},
		{"both", false, "10.0.0.10", NoHost},
		{"twice", false, "10.0.0.11", NoHost},
		{"-dash", false, "10.0.0.9", NoHost},
		{"1.2.3.4.5", false, "none", NoHost}, // looks like a number
		{"256.1.1.1", true, "none", NoHost},
		{"comment", false, "none", NoHost},
		{"nohost", false, "none", NoHost},
		{"nohost", true, "none", NoHost},
		{" alpha", false, "none", NoHost},
		{"", false, "none", NoHost},
		{"", true, "none", NoHost},
	} {
		r := New(etc(testHosts, testNetworks, "files").open, nil).after(t, NoRecovery)
		if got := show(r.Inet(c.text, c.hostFirst)); got != c.want || r.Last() != c.last {
			t.Errorf("Inet(%q, %v) = %s, then %v, want %s, then %v", c.text, c.hostFirst, got, r.Last(), c.want, c.last)
		}
	}
}

func TestInetFromDNS(t *testing.T) {
	records := map[string]any{
		"web.example A":  "192.0.2.1",
		"alpha A":        "192.0.2.2",
		"dead A":         errTimeout,
		"six.example A":  tool.ErrNoAddress,
		"dotted. A":      "192.0.2.3",
		"1.2.3.4.in A":   "192.0.2.4",
		"_srv.example A": "192.0.2.5",
	}
	for _, c := range []struct {
		text      string
		hostFirst bool
		want      string
		last      Reason
		asked     string
	}{
		{"web.example", false, "192.0.2.1", NoHost, "web.example A"},
		{"web.example", true, "192.0.2.1", NoHost, "web.example A"},
		{"alpha", false, "10.0.0.7", NoHost, ""}, // files first
		{"dotted.", false, "192.0.2.3", NoHost, "dotted. A"},
		{"1.2.3.4.in", false, "192.0.2.4", NoHost, "1.2.3.4.in A"},
		{"_srv.example", false, "192.0.2.5", NoHost, "_srv.example A"},
		{"nohost", false, "none", NoHost, "nohost A"},
		{"dead", false, "none", NoAnswer, "dead A"},
		{"dead", true, "none", NoHost, "dead A"}, // the last look-up is for a network
		{"six.example", false, "none", NoAddress, "six.example A"},
		{"six.example", true, "none", NoHost, "six.example A"},
		{"tens", true, "net 10.0.0.0", NoHost, "tens A"},
		{"tens", false, "net 10.0.0.0", NoError, ""},
		{"", false, "none", NoRecovery, ""},
		{"", true, "none", NoHost, ""},
		// What can't be a name isn't asked for.
		{"10.2.0.300", false, "none", NoHost, ""},
		{"#net", false, "none", NoHost, ""},
		{" web.example", false, "none", NoHost, ""},
		{"web example", false, "none", NoHost, ""},
		{"-web", false, "none", NoHost, ""},
		{"A=1", false, "none", NoHost, ""},
		{"1.2.3.4/24", false, "none", NoHost, ""},
		{"web..example", false, "none", NoHost, ""},
		{".example", false, "none", NoHost, ""},
		{".", false, "none", NoHost, ""},
		{"w\xe9b", false, "none", NoHost, ""},
		{"fe80::1", false, "none", NoHost, ""},
	} {
		dns := &fakeDNS{records: records}
		r := New(etc(testHosts, testNetworks, "files dns").open, dns)
		if got := show(r.Inet(c.text, c.hostFirst)); got != c.want || r.Last() != c.last || dns.String() != c.asked {
			t.Errorf("Inet(%q, %v) = %s, then %v, asked %q; want %s, then %v, asked %q",
				c.text, c.hostFirst, got, r.Last(), dns, c.want, c.last, c.asked)
		}
	}
}

func TestDNSIsNotAskedWithoutIt(t *testing.T) {
	dns := &fakeDNS{}
	r := New(etc("", "", "files").open, dns)
	if _, _, ok := r.Inet("web.example", false); ok || r.Last() != NoHost {
		t.Errorf("ok = %v, last = %v, want Unknown host", ok, r.Last())
	}
	if _, code, ok := r.Inet6("web.example"); ok || code != eaiNoName {
		t.Errorf("ok = %v, code = %d", ok, code)
	}
	if len(dns.log) != 0 {
		t.Errorf("asked %v", dns)
	}
}

func TestNoDNSAtAll(t *testing.T) {
	r := New(etc(testHosts, testNetworks, "files dns").open, nil)
	if got := show(r.Inet("web.example", false)); got != "none" || r.Last() != NoAnswer {
		t.Errorf("got %s, then %v, want none, then %v", got, r.Last(), NoAnswer)
	}
}

func TestMissingFiles(t *testing.T) {
	none := map[string]string{"/etc/nsswitch.conf": "hosts: files\nnetworks: files\n"}
	for _, before := range []Reason{NoError, NoAnswer} {
		r := New((&fakeFiles{content: none}).open, nil).after(t, before)
		if got := show(r.Inet("alpha", false)); got != "none" || r.Last() != before {
			t.Errorf("without files: %s, then %v, want none, then %v", got, r.Last(), before)
		}
	}
	r := New((&fakeFiles{}).open, &fakeDNS{records: map[string]any{"dead A": errTimeout}})
	for text, want := range map[string]Reason{"alpha": NoHost, "dead": NoAnswer} {
		if got := show(r.Inet(text, false)); got != "none" || r.Last() != want {
			t.Errorf("without any file: %s, then %v, want none, then %v", got, r.Last(), want)
		}
	}
}

// Without /etc/networks the reason of the look-up before stays.
func TestMissingNetworks(t *testing.T) {
	files := etc("", "", "files dns")
	delete(files.content, "/etc/networks")
	r := New(files.open, &fakeDNS{records: map[string]any{"dead A": errTimeout}})
	if got := show(r.Inet("dead", true)); got != "none" || r.Last() != NoAnswer {
		t.Errorf("%s, then %v, want none, then %v", got, r.Last(), NoAnswer)
	}
}

func TestFailure(t *testing.T) {
	for _, c := range []struct {
		text string
		last Reason
		want string
	}{
		{"gamma", NoHost, "gamma: Unknown host"},
		{"2001:db8::g", NoError, "2001:db8::g: Resolver Error 0 (no error)"},
		{"", NoHost, "Unknown host"},
		{"", NoRecovery, "Unknown server error"},
	} {
		r := New(etc("", "", "files").open, nil).after(t, c.last)
		if got := r.Failure(c.text); got != c.want {
			t.Errorf("Failure(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestReasonTexts(t *testing.T) {
	for why, want := range map[Reason]string{
		-7: "Resolver internal error", Internal: "Resolver internal error",
		0: "Resolver Error 0 (no error)", 1: "Unknown host", 2: "Host name lookup failure",
		3: "Unknown server error", 4: "No address associated with name", 5: "Unknown resolver error",
	} {
		if got := why.String(); got != want {
			t.Errorf("Reason(%d) = %q, want %q", why, got, want)
		}
	}
}

// A numeric command line opens nothing, and a name no more than it needs.
func TestOpenedFiles(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"default", "10.0.0.1", "0x7f000001", "10 x"}, ""},
		{[]string{"tens"}, "/etc/nsswitch.conf /etc/networks"},
		{[]string{"tens", "loopback"}, "/etc/nsswitch.conf /etc/networks"},
		{[]string{"alpha", "alpha", "nohost"}, "/etc/nsswitch.conf /etc/networks /etc/hosts"},
	} {
		files := etc(testHosts, testNetworks, "files")
		r := New(files.open, nil)
		for _, text := range c.texts {
			r.Inet(text, false)
		}
		if got := files.String(); got != c.want {
			t.Errorf("%q opened %q, want %q", c.texts, got, c.want)
		}
	}
}
