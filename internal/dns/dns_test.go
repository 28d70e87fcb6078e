package dns

import (
	"errors"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/resolve"
	"classicnet/tool"
)

// errOther stands for any error by which no server gave an answer.
var errOther = errors.New("no answer")

// kindOf is an error as package resolve sees it.
func kindOf(err error) error {
	if err == nil || err == tool.ErrNoName || err == tool.ErrNoAddress {
		return err
	}
	return errOther
}

func texts(addrs []netip.Addr) (list []string) {
	for _, a := range addrs {
		list = append(list, a.String())
	}
	return list
}

var forward = map[string]*zone{
	"four.test.":    {records: []record{a("192.0.2.2"), a("192.0.2.1")}},
	"six.test.":     {records: []record{aaaa("2001:db8::2")}},
	"both.test.":    {records: []record{a("192.0.2.3"), aaaa("2001:db8::3")}},
	"mapped.test.":  {records: []record{aaaa("::ffff:192.0.2.4")}},
	"nodata.test.":  {},
	"fail.test.":    {code: codeServFail},
	"refused.test.": {code: codeRefused},
}

func TestLookupIP(t *testing.T) {
	s := newServer(t, forward)
	for _, c := range []struct {
		name string
		v6   bool
		want []string
		err  error
	}{
		{"four.test.", false, []string{"192.0.2.2", "192.0.2.1"}, nil},
		{"four.test.", true, nil, tool.ErrNoAddress},
		{"FOUR.Test.", false, []string{"192.0.2.2", "192.0.2.1"}, nil},
		{"six.test.", true, []string{"2001:db8::2"}, nil},
		{"six.test.", false, nil, tool.ErrNoAddress},
		{"both.test.", false, []string{"192.0.2.3"}, nil},
		{"both.test.", true, []string{"2001:db8::3"}, nil},
		{"nowhere.test.", false, nil, tool.ErrNoName},
		{"nowhere.test.", true, nil, tool.ErrNoName},
		{"mapped.test.", true, []string{"::ffff:192.0.2.4"}, nil},
		{"nodata.test.", false, nil, tool.ErrNoAddress},
		{strings.Repeat("x", 254) + ".", false, nil, tool.ErrNoName},
		{"fail.test.", false, nil, errOther},
		{"fail.test.", true, nil, errOther},
		{"refused.test.", false, nil, errOther},
	} {
		got, err := s.service().LookupIP(nil, c.name, c.v6)
		if diff := cmp.Diff(c.want, texts(got)); diff != "" || kindOf(err) != c.err {
			t.Errorf("%s, IPv6 %v: error %v, want %v (-want +got):\n%s", c.name, c.v6, err, c.err, diff)
		}
	}
}

// Addresses are of the family that was asked for in netip's own sense.
func TestFamilies(t *testing.T) {
	s := newServer(t, forward)
	for _, v6 := range []bool{false, true} {
		list, err := s.service().LookupIP(nil, "both.test.", v6)
		if err != nil || len(list) != 1 || list[0].Is6() != v6 {
			t.Errorf("IPv6 %v: %v, %v", v6, list, err)
		}
	}
}

// Nothing but what is wanted is asked.
func TestQuestions(t *testing.T) {
	s := newServer(t, forward)
	for _, c := range []struct {
		name string
		v6   bool
		want []string
	}{
		{"four.test.", false, []string{"four.test. A"}},
		{"six.test.", true, []string{"six.test. AAAA"}},
		{"six.test.", false, []string{"six.test. A"}},
		{"nowhere.test.", true, []string{"nowhere.test. AAAA"}},
		{"fail.test.", false, []string{"fail.test. A", "fail.test. A"}}, // may be it knows a second time
	} {
		s.service().LookupIP(nil, c.name, c.v6)
		if diff := cmp.Diff(c.want, s.questions()); diff != "" {
			t.Errorf("%s, IPv6 %v (-want +got):\n%s", c.name, c.v6, diff)
		}
	}
}

func TestLookupName(t *testing.T) {
	s := newServer(t, map[string]*zone{
		"1.2.0.192.in-addr.arpa.": {records: []record{ptr("Web", "example")}},
		"2.2.0.192.in-addr.arpa.": {records: []record{ptr("first", "example"), ptr("second", "example")}},
		"3.2.0.192.in-addr.arpa.": {},
		"4.2.0.192.in-addr.arpa.": {code: codeServFail},
		"1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.": {
			records: []record{ptr("six", "example")},
		},
	})
	for _, c := range []struct {
		addr, want string
		err        error
	}{
		{"192.0.2.1", "Web.example", nil},
		{"192.0.2.2", "first.example", nil},
		{"192.0.2.3", "", tool.ErrNoName},
		{"192.0.2.4", "", errOther},
		{"192.0.2.99", "", tool.ErrNoName},
		{"2001:db8::1", "six.example", nil},
		{"2001:db8::99", "", tool.ErrNoName},
	} {
		got, err := s.service().LookupName(nil, netip.MustParseAddr(c.addr))
		if got != c.want || kindOf(err) != c.err {
			t.Errorf("%s: %q, %v, want %q, %v", c.addr, got, err, c.want, c.err)
		}
	}
}

// Whatever bytes a PTR record has, the tools show none of them that no host's
// name has (CVE-2022-28391).
func TestHostileNames(t *testing.T) {
	for _, labels := range [][]string{
		{"evil\x1b[2J", "example"},
		{"evil\n", "example"},
		{"nul\x00", "example"},
		{"b\xfccher", "example"},
		{"\xff\xfe"},
		{"dot.in.label\x07", "example"},
		{"a b"},
		{"%s%n"},
		{"-n", "example"},
		{},
	} {
		s := newServer(t, map[string]*zone{"1.2.0.192.in-addr.arpa.": {records: []record{ptr(labels...)}}})
		r := resolve.New(noFiles, s.service())
		if name, ok := r.HostName(nil, netip.MustParseAddr("192.0.2.1")); ok {
			t.Errorf("%q is shown as %q", labels, name)
		}
		if diff := cmp.Diff([]string{"1.2.0.192.in-addr.arpa. PTR"}, s.questions()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", labels, diff)
		}
	}
}

// A silent server's answer is none.
func TestSilence(t *testing.T) {
	s := newServer(t, map[string]*zone{"silent.test.": nil, "1.2.0.192.in-addr.arpa.": nil})
	list, err := s.service().LookupIP(s.untilDeaf(t), "silent.test.", false)
	if kindOf(err) != errOther {
		t.Errorf("%v, %v", list, err)
	}
	name, err := s.service().LookupName(s.untilDeaf(t), netip.MustParseAddr("192.0.2.1"))
	if kindOf(err) != errOther {
		t.Errorf("%q, %v", name, err)
	}
}

// untilDeaf ends when the server has heard a question that it doesn't answer.
func (s *server) untilDeaf(t *testing.T) resolve.End {
	end := make(chan struct{})
	go func() {
		select {
		case <-s.deaf:
		case <-t.Context().Done():
		}
		close(end)
	}()
	return end
}

func TestNoServer(t *testing.T) {
	s := newServer(t, nil)
	s.conn.Close() // its port is closed now
	list, err := s.service().LookupIP(nil, "four.test.", false)
	if kindOf(err) != errOther {
		t.Errorf("%v, %v", list, err)
	}
}
