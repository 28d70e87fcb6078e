package dns

import (
	"strings"
	"testing"

	"classicnet/tool"
)

// What is asked for a text, and what is said in the end.
func TestSearch(t *testing.T) {
	s := newServer(t, map[string]*zone{
		"web.one.test.":   {records: []record{a("192.0.2.1")}},
		"web.two.test.":   {records: []record{a("192.0.2.2")}},
		"only.two.test.":  {records: []record{a("192.0.2.3")}},
		"empty.one.test.": {},
		"bad.one.test.":   {code: codeServFail},
		"bad.two.test.":   {records: []record{a("192.0.2.4")}},
		"worse.one.test.": {code: codeServFail},
		"mute.one.test.":  nil,
		"web.more.":       {records: []record{a("192.0.2.5")}},
	})
	service := newService(resolvConf("search one.test two.test\noptions attempts:1 timeout:1\n"), unset, s.dial)
	for _, c := range []struct {
		text, want string
		err        error
		asked      string
	}{
		{"web", "192.0.2.1", nil, "web.one.test. A"},
		{"only", "192.0.2.3", nil, "only.one.test. A,only.two.test. A"},
		{"web.more", "192.0.2.5", nil, "web.more. A"},
		{"none", "", tool.ErrNoName, "none.one.test. A,none.two.test. A,none. A"},
		{"empty", "", tool.ErrNoAddress, "empty.one.test. A,empty.two.test. A,empty. A"},
		{"bad", "192.0.2.4", nil, "bad.one.test. A,bad.two.test. A"},
		{"worse", "", errOther, "worse.one.test. A,worse.two.test. A,worse. A"},
		{"x.y", "", tool.ErrNoName, "x.y. A,x.y.one.test. A,x.y.two.test. A"},
		{"mute", "", errOther, "mute.one.test. A"}, // as dead for the others
	} {
		list, err := service.LookupIP(nil, c.text, false)
		got := strings.Join(texts(list), " ")
		asked := strings.Join(s.questions(), ",")
		if got != c.want || kindOf(err) != c.err || asked != c.asked {
			t.Errorf("%s: %q, %v, asked %s; want %q, %v, %s", c.text, got, err, asked, c.want, c.err, c.asked)
		}
	}
}

// With dots enough the answer to the text itself is the one that counts.
func TestSearchForTheWholeFirst(t *testing.T) {
	s := newServer(t, map[string]*zone{"x.y.one.test.": {}})
	service := newService(resolvConf("search one.test\n"), unset, s.dial)
	if _, err := service.LookupIP(nil, "x.y", false); err != tool.ErrNoName {
		t.Errorf("%v, want %v", err, tool.ErrNoName)
	}
}
