package ifupdown

import (
	"regexp"
	"strings"
	"testing"
)

// expressions are read as egrep reads them.
var expressions = []string{
	"eth0", "eth.*", "eth[0-9]+", "e(th|n).*", "p[0-9].*", "(eth|en)[0-9]{1,2}", "eth[^0-9]", "^eth0$", "eth0|eth1", "a?b?c", "(a|b)*c",
	"[]a]x", "[^]a]x", "eth\\.5", "eth0\\.[0-9]*", "x{3}", "x{2,}", "x{0,1}y", "(a*)*b", "", "(en|em)p?[0-9](s[0-9])?", "[a-c-]+", "veth([0-9a-f]{2}){2,3}",
}

var ereNames = []string{"", "eth0", "eth1", "eth10", "eth0.5", "en0", "enp3s0", "em1", "p1p1", "wlan0", "c", "ac", "bc", "abc", "ababc", "]x", "ax", "bx",
	"x", "xx", "xxx", "xy", "y", "aaab", "b", "a-b", "veth0a1b", "veth0a1b2c", "veth0a"}

// The standard library's expressions agree on what both have.
func TestExpressions(t *testing.T) {
	for _, text := range expressions {
		e, err := parseERE(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		whole := regexp.MustCompile("^(?:" + strings.Replace(text, "[]", "[\\]", 1) + ")$")
		if strings.Contains(text, "[^]") {
			whole = regexp.MustCompile(`^[^\]a]x$`)
		}
		for _, name := range ereNames {
			if got, want := e.matches(name), whole.MatchString(name); got != want {
				t.Errorf("%q matches %q: %v", text, name, got)
			}
		}
	}
}

func TestBrokenExpressions(t *testing.T) {
	for _, text := range []string{"(", "(a", "[", "[a", "[]", "a{", "a{x}", "a{3,2}", "a{999}", strings.Repeat("(", 40) + strings.Repeat(")", 40)} {
		if _, err := parseERE(text); err == nil {
			t.Errorf("%q is an expression", text)
		}
	}
}

// An expression with endless ways to match ends all the same.
func TestExpensiveExpression(t *testing.T) {
	e, err := parseERE("((a*)*)*((a|a)*)*c")
	if err != nil {
		t.Fatal(err)
	}
	if e.matches(strings.Repeat("a", 15)) {
		t.Error("there is no c")
	}
}

func FuzzExpression(f *testing.F) {
	for _, text := range expressions {
		f.Add(text, "eth0")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		if e, err := parseERE(text); err == nil && len(name) <= 15 {
			e.matches(name)
		}
	})
}
