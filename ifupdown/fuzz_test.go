package ifupdown

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzRead reads any text. Places lie in the text, and what ifquery prints of a
// stanza is, read again, the same stanza.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		tutorial, everything, listed,
		"iface a inet manual\nup x \\\n y\nfoo 1\nfoo 2\n#c\\\niface b inherits a\n",
		"iface a:1 inet6 static\naddress fe80::1/64\ngateway fe80::2\n",
		"source d/* ~/x \"q\\\" $HOME ${X}\nsource-directory d\n",
		"mapping e* f\nscript s\nmap 1\nmap 2\nauto /e*/2=x mac/1\r\n\fno-scripts a*\n",
		"iface a inet6 6to4\nlocal 1.2.3.4\niface b inet static\naddress 1.2.3.4/31\nbroadcast -\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w := newWorld()
		w.files["/etc/network/d/in"] = text
		config, err := readText(w, text)
		var e *Error
		if errors.As(err, &e) {
			checkPlace(t, text, e.Pos)
		} else if err != nil {
			t.Fatal(err)
		}
		config.AddLoopback()
		for n, i := range config.Interfaces {
			if n > 200 {
				break // one after the other is the same work
			}
			for _, o := range i.Options {
				checkPlace(t, text, o.Pos)
			}
			checkAgain(t, i)
		}
	})
}

// checkPlace checks that a place is one in the text.
func checkPlace(t *testing.T, text string, p Position) {
	lines := strings.Split(text, "\n")
	if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len(lines[p.Line-1])+1 {
		t.Fatalf("no such place: %s", p)
	}
}

// checkAgain writes a stanza's options as ifquery prints them into a stanza and
// reads that.
func checkAgain(t *testing.T, i *Interface) {
	options := i.Effective(i.Name, nil)
	text, ok := stanzaText(i, options)
	if !ok {
		return
	}
	config, err := readText(newWorld(), text)
	if err != nil || len(config.Interfaces) != 1 || len(config.Warnings) != 0 {
		t.Fatalf("%q: %v, %v", text, err, config.Warnings)
	}
	again := config.Interfaces[0].Effective(i.Name, nil)
	byName := func(a, b Option) int { return strings.Compare(a.Name, b.Name) }
	slices.SortStableFunc(options, byName) // an empty default is written nowhere, and is last then
	slices.SortStableFunc(again, byName)
	if diff := cmp.Diff(options, again, cmpopts.IgnoreFields(Option{}, "Pos", "unread"), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%q (-first +again)\n%s", text, diff)
	}
}

// stanzaText is a stanza of that name, family and method with these options.
// ok is false for options that only a line broken in two can have, or that mean
// something else when they are read again.
func stanzaText(i *Interface, options Options) (text string, ok bool) {
	var b strings.Builder
	b.WriteString("iface " + i.Name + " " + i.Family + " " + i.Method + "\n")
	for _, o := range options {
		if o.Value == "" && o.Pos == (Position{}) {
			continue
		}
		for line := range strings.SplitSeq(o.Value, "\n") {
			class, _, _ := strings.Cut(line, " ")
			if strings.Trim(line, blanks) != line || line == "" || strings.HasSuffix(line, `\`) || o.Name[0] == '#' ||
				o.Name == "hwaddress" && slices.ContainsFunc(hwClasses[:], func(c string) bool { return strings.EqualFold(c, class) }) {
				return "", false
			}
			b.WriteString(" " + o.Name + " " + line + "\n")
		}
	}
	return b.String(), true
}

// FuzzExpand: expanded words, as patterns, match nothing but what the text
// says; without wildcards they are the text.
func FuzzExpand(f *testing.F) {
	for _, seed := range []string{"a b", `"a b" 'c d'`, `a\*`, "$X ${X}y", "~/x", "[a-", "`x`", `"`, `'\'`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words, err := expand(text, func(string) string { return "*v" })
		if err != nil {
			return
		}
		for _, word := range words {
			plain := unescape(word)
			if !hasWildcard(word) && !matches(word, plain) && !strings.Contains(plain, "/") {
				t.Errorf("%q: %q doesn't match %q", text, word, plain)
			}
			if got := unescape(escape(plain)); got != plain {
				t.Errorf("%q: %q", plain, got)
			}
		}
	})
}
