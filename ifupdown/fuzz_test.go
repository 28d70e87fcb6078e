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
			checkValues(t, i)
			checkAgain(t, i)
		}
	})
}

// checkValues checks what is made of values: of the plain text it is the same.
func checkValues(t *testing.T, i *Interface) {
	for _, o := range i.Options {
		once, err := plainValue(o.Name, o.Value)
		if err != nil || strings.ContainsAny(o.Value, `'"\`) {
			continue // a quoted character may be made another one
		}
		if again, err := plainValue(o.Name, once); once != "" && (err != nil || again != once) {
			t.Fatalf("%s %q is %q, and then %q", o.Name, o.Value, once, again)
		}
	}
	v := i.values(i.Name, nil)
	for _, o := range append(v.further, v.options) {
		if len(o.furtherAddresses()) > 0 {
			t.Fatalf("%+v has more than one address", o)
		}
	}
}

// FuzzLoose reads any text in the syntaxes of ifupdown-ng and ifupdown2. What
// ifquery lists is, read again, the same.
func FuzzLoose(f *testing.F) {
	for _, seed := range []string{
		ofNG, ofTwo, tutorial, everything,
		"iface a\n address 10.0.0.1\n netmask 255.255.0.0 # x\n address \"fe80::1\"\n use dhcp\n use x\ntemplate t\n up y\niface b\n inherit a\n inherit t\n",
		"iface a inet dhcp inherits b\niface b\n gateway 10.0.0.1 metric 3\nauto a b c /x\n%if x:\n%endif\n<% a\n%>\n",
		"iface a inet wireguard\n alias x y\n pointopoint 1.2.3.4\n post-up a\n pre-down b\n address 010.1/8\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, syntax := range []Syntax{SyntaxIfupdownNG, SyntaxIfupdown2} {
			first := looseListing(t, syntax, text, true)
			if again := looseListing(t, syntax, first, false); first != again {
				t.Fatalf("%q (-first +again)\n%s", first, cmp.Diff(first, again))
			}
		}
	})
}

// looseListing is what ifquery lists of all objects of a text, without those
// whose listing has another meaning or none.
func looseListing(t *testing.T, syntax Syntax, text string, check bool) string {
	w := newWorld()
	config, err := Read(strings.NewReader(text), "/etc/network/interfaces", Files{
		Open: w.open, ReadDir: w.readDir, Getenv: func(string) string { return "" }, Syntax: syntax,
	})
	var e *Error
	if errors.As(err, &e) {
		checkPlace(t, text, e.Pos)
	} else if err != nil {
		t.Fatal(err)
	}
	var b []byte
	var last *object
	for n, i := range config.Interfaces {
		if n > 200 {
			break
		}
		for _, o := range i.Options {
			if o.Pos != (Position{}) && check {
				checkPlace(t, text, o.Pos)
			}
		}
		checkValues(t, i)
		if o := i.object; o != nil && o != last && !o.odd(&flavours[syntax]) {
			b = o.append(b, false, &flavours[syntax])
		}
		last = i.object
	}
	return string(b)
}

// odd tells of objects whose listing isn't to be read again: what they inherit
// stands in it twice, or a line is one that only a broken one can be.
func (o *object) odd(f *flavour) bool {
	if o.refused != nil || o.parent || o.inherits != "" || strings.HasPrefix(o.name, "#") || strings.HasSuffix(o.name, `\`) {
		return true
	}
	if slices.ContainsFunc(o.shown, hasQuotedBlank) {
		return true
	}
	for _, line := range o.listed(f) {
		text := line.Name + " " + line.Value
		if strings.Join(strings.Fields(line.Value), " ") != line.Value || line.Name == optionAddress && strings.Contains(line.Value, " ") {
			return true // blanks that were quoted
		}
		if line.Name == "inherit" || line.Name[0] == '#' || line.Name[0] == '%' || strings.HasPrefix(line.Name, "<%") ||
			strings.HasSuffix(text, `\`) || strings.Trim(line.Value, blanks) != line.Value || line.Value == "" ||
			strings.ContainsAny(line.Value, "'\"\\#`$\t\v\f\r") {
			return true
		}
	}
	return false
}

// hasQuotedBlank tells of a value in which a blank parts no words: of its listing, which
// has no quotes, it does.
func hasQuotedBlank(o Option) bool {
	words, _ := shellWords(o.Value)
	return slices.ContainsFunc(words, func(w string) bool { return strings.ContainsAny(w, blanks) })
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
