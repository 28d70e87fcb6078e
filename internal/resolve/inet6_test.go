package resolve

import (
	"fmt"
	"testing"

	"classicnet/tool"
)

const testDev = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes
    lo:       0       0    0    0    0     0          0         0        0
 eth0:1152921504606846976 0 0 0 0 0 0 0 0
`

func TestInet6(t *testing.T) {
	records := map[string]any{
		"six.example AAAA":  "2001:db8::99",
		"four.example AAAA": tool.ErrNoAddress,
		"dead AAAA":         errTimeout,
	}
	for _, c := range []struct {
		text, services string
		want           string // address or code
		last           Reason // after NoAnswer
	}{
		// Addresses leave the last reason alone.
		{"::1", "files", "::1", NoAnswer},
		{"2001:DB8::", "files", "2001:db8::", NoAnswer},
		{"::ffff:1.2.3.4", "files", "::ffff:1.2.3.4", NoAnswer},
		{"fe80::1%eth0", "files", "fe80::1", NoAnswer},
		{"fe80::1%lo", "files", "fe80::1", NoAnswer},
		{"ff02::1%lo", "files", "ff02::1", NoAnswer},
		{"ff01::1%lo", "files", "ff01::1", NoAnswer},
		{"fe80::1%7", "files", "fe80::1", NoAnswer},
		{"2001:db8::1%7", "files", "2001:db8::1", NoAnswer},
		{"2001:db8::1%lo", "files", "-2", NoAnswer}, // not of a link
		{"fe80::1%nosuch", "files", "-2", NoAnswer},
		{"fe80::1%Inter-|   Receive", "files", "-2", NoAnswer},
		{"fe80::1%", "files", "-2", NoAnswer},
		{"fe80::1%4294967296", "files", "-2", NoAnswer},
		{"fe80::1%+7", "files", "-2", NoAnswer},
		{"10.0.0.1", "files", "-9", NoAnswer},
		{"10", "files dns", "-9", NoAnswer},
		// Names in files.
		{"sixgw", "files", "2001:db8::77", NoHost},
		{"SIXGW", "files dns", "2001:db8::77", NoHost},
		{"six", "files", "::1", NoHost},
		{"mapped", "files", "::ffff:10.0.0.8", NoHost},
		{"alpha", "files", "-2", NoHost}, // IPv4 only
		{"default", "files", "-2", NoHost},
		{"10.0.0.1 x", "files", "-2", NoHost},
		{"2001:db8::g", "files", "-2", NoHost},
		{"", "files", "-2", NoHost},
		// Names in DNS.
		{"six.example", "files dns", "2001:db8::99", NoError},
		{"nohost", "files dns", "-2", NoHost},
		{"four.example", "files dns", "-5", NoAddress},
		{"dead", "files dns", "-3", NoAnswer},
		{"#net", "files dns", "-2", NoHost},
		{"", "files dns", "-2", NoRecovery},
		{"", "dns files", "-2", NoHost},
		{"dead", "dns files", "-2", NoHost}, // the last one's reason
		{"sixgw", "nosuch", "-11", Internal},
	} {
		files := etc(testHosts, testNetworks, c.services)
		files.content["/proc/net/dev"] = testDev
		r := New(files.open, &fakeDNS{records: records}).after(t, NoAnswer)
		a, code, ok := r.Inet6(c.text)
		got := a.String()
		if !ok {
			got = fmt.Sprint(code)
		}
		if got != c.want || ok != (code == 0) || r.Last() != c.last {
			t.Errorf("%s: Inet6(%q) = %s, %v, then %v, want %s, then %v", c.services, c.text, got, ok, r.Last(), c.want, c.last)
		}
	}
}

func TestInet6WithoutProc(t *testing.T) {
	r := New(etc("", "", "files").open, nil)
	if _, code, ok := r.Inet6("fe80::1%eth0"); ok || code != eaiNoName {
		t.Errorf("a zone that can't be found out: code %d, %v", code, ok)
	}
}

func TestInet6Opens(t *testing.T) {
	files := etc("", "", "files")
	r := New(files.open, nil)
	for _, text := range []string{"::1", "fe80::1%2", "10.0.0.1", "2001:db8::1%eth0"} {
		r.Inet6(text)
	}
	if got := files.String(); got != "" {
		t.Errorf("addresses opened %q", got)
	}
}

// A missing file leaves the reason, and getaddrinfo's code goes by it.
func TestInet6MissingFile(t *testing.T) {
	for last, want := range map[Reason]int{NoError: eaiNoName, NoHost: eaiNoName, NoAnswer: eaiAgain} {
		files := etc("", "", "files")
		delete(files.content, "/etc/hosts")
		r := New(files.open, nil).after(t, last)
		if _, code, ok := r.Inet6("alpha"); ok || code != want || r.Last() != last {
			t.Errorf("after %v: code %d, then %v, want %d", last, code, r.Last(), want)
		}
	}
}
