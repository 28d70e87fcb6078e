package ifupdown

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readText reads a configuration whose included files are in a world.
func readText(w *world, text string) (*Config, error) {
	return Read(strings.NewReader(text), "/etc/network/interfaces", Files{
		Open: w.open, ReadDir: w.readDir, Getenv: func(k string) string { return w.vars[k] },
	})
}

// dump is a configuration as text, a line for each thing with its place.
func dump(c *Config) string {
	var b strings.Builder
	for _, class := range c.Classes {
		fmt.Fprintf(&b, "class %s: %s\n", class.Name, places(class.Interfaces))
	}
	for _, i := range c.Interfaces {
		fmt.Fprintf(&b, "iface %s %s %s @%d:%d\n", i.Name, i.Family, i.Method, i.Pos.Line, i.Pos.Column)
		for _, o := range i.Options {
			fmt.Fprintf(&b, "  %s=%q @%d:%d\n", o.Name, o.Value, o.Pos.Line, o.Pos.Column)
		}
	}
	for _, m := range c.Mappings {
		fmt.Fprintf(&b, "mapping %s by %s < %q @%d:%d\n", places(m.Patterns), m.Script, m.Input, m.Pos.Line, m.Pos.Column)
	}
	for name, list := range map[string][]Word{"no-auto-down": c.NoAutoDown} {
		if list != nil {
			fmt.Fprintf(&b, "%s: %s\n", name, places(list))
		}
	}
	for _, w := range c.Warnings {
		fmt.Fprintf(&b, "warning %s\n", w)
	}
	return b.String()
}

func places(words []Word) string {
	var list []string
	for _, w := range words {
		list = append(list, fmt.Sprintf("%s@%d:%d", w.Text, w.Pos.Line, w.Pos.Column))
	}
	return strings.Join(list, " ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"tutorial", tutorial, `class auto: eth1@4:6 eth1:0@9:6
iface eth1 inet static @1:7
  address="192.168.1.1" @2:9
  netmask="255.255.255.0" @3:9
iface eth1:0 inet static @6:7
  address="192.168.0.1" @7:9
  netmask="255.255.255.0" @8:9
`},
		{"continuation", "auto a\\\n  b \\\n\tc\n", "class auto: a@1:6 b@2:3 c@3:2\n"},
		{"a word over two lines", "iface a inet manual\n  u\\\np ec\\\nho x\n",
			"iface a inet manual @1:7\n  up=\"echo x\" @3:3\n"},
		{"comments", "  # auto a \\\nauto b # c\n", "class auto: b@2:6 #@2:8 c@2:10\n"},
		{"classes", "allow-x a b\nallow-auto a\nauto b a\nallow-x b\nno-auto-down a\n",
			"class x: a@1:9 b@1:11\nclass auto: a@2:12 b@3:6\nno-auto-down: a@5:14\n"},
		{"commands and duplicates", "iface a inet manual\nup 1\npost-up 2\npre-down 3\nfoo 4\nfoo 5\n",
			"iface a inet manual @1:7\n  up=\"1\" @2:4\n  up=\"2\" @3:9\n  down=\"3\" @4:10\n  foo=\"4\" @5:5\n  foo=\"5\" @6:5\n"},
		{"mapping", "mapping a b*\n script x y\n map  1  2\nmap 3\n",
			"mapping a@1:9 b*@1:11 by x y < [\"1  2\" \"3\"] @1:1\n"},
		{"inherits", "iface b inet static\n address 1.2.3.4\niface a inherits b\n up x\niface c inet manual inherits a d\n",
			`iface b inet static @1:7
  address="1.2.3.4" @2:10
iface a inet static @3:7
  address="1.2.3.4" @2:10
  up="x" @4:5
iface c inet manual @5:7
  address="1.2.3.4" @2:10
  up="x" @4:5
warning /etc/network/interfaces:5:32: passed over: d
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			config, err := readText(newWorld(), c.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, dump(config)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Errors name file, line and column.
func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"x y", "1:1: option outside of a stanza: x"},
		{"auto a\n\n  address 1", "3:3: option outside of a stanza: address"},
		{"\n iface", "2:2: iface without a name"},
		{"iface a inet manual\n\t up \n", "2:3: option without a value: up"},
		{"auto a\nauto \x00", "2:6: a NUL byte"},
		{"mapping a\nscript x\nscript y", "3:1: a mapping has one script"},
		{"mapping a\nscripts x", "2:1: option outside of a stanza: scripts"},
	} {
		_, err := readText(newWorld(), c.text)
		var e *Error
		if !errors.As(err, &e) || e.Error() != "/etc/network/interfaces:"+c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

// What is read is bounded, however it is written.
func TestReadBounds(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"file", strings.Repeat("#", maxFile+1), "1:1: too much to read"},
		{"options", "iface a inet manual\n" + strings.Repeat("x y\n", maxOptions+1), "too many options"},
	} {
		if _, err := readText(newWorld(), c.text); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// Commands are not: a stanza may have one for each of thousands of routes, and they are
// planned in a time that grows with their number.
func TestReadManyCommands(t *testing.T) {
	const lines = 20_000
	w := write(t, newWorld("a"), "iface a inet manual\n mtu 1400\n"+strings.Repeat(" up x\n post-up y\n", lines/2)+"iface b inet manual inherits a\n foo v\n")
	r := w.run("ifup", "-n", "--no-scripts", "a")
	if r.Status != 0 || strings.Count(r.Stderr, "\n") != lines+2 {
		t.Error(r.Status, strings.Count(r.Stderr, "\n"))
	}
	if r := w.run("ifquery", "b"); r.Status != 0 || strings.Count(r.Stdout, "\n") != lines+2 {
		t.Error(r.Status, r.Stderr, strings.Count(r.Stdout, "\n"))
	}
}

// A stanza whose first line makes no sense is refused with its place; the file is
// read, and so is what stands behind it.
func TestReadRefusedStanzas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"iface a", "1:8: no address family and no inherits"},
		{"iface a inet4 static", "1:9: no address family and no inherits: inet4"},
		{"iface a inet \\\n  ppq", "2:3: no method of inet and no inherits: ppq"},
		{"iface a inherits", "1:9: inherits without a name"},
		{"iface a inherits b", "1:18: no earlier stanza to inherit from: b"},
		{"iface b inet manual\niface a inet6 inherits b", "2:24: no earlier stanza to inherit from: b"},
		{"iface b\niface a inherits b", "2:18: no earlier stanza to inherit from: b"},
	} {
		config, err := readText(newWorld(), c.text+"\n address 10.0.0.1/24\n up x\niface z inet manual\n up y\n")
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		a, z := config.Stanzas("a")[0], config.Stanzas("z")[0]
		if got := fmt.Sprint(a.Refused); got != "/etc/network/interfaces:"+c.want {
			t.Errorf("%q: %v, want %s", c.text, got, c.want)
		}
		if z.Refused != nil || z.Options.Value("up") != "y" {
			t.Errorf("%q: %+v", c.text, z)
		}
	}
}

// What all stanzas inherit is bounded.
func TestReadInheritedBound(t *testing.T) {
	text := "iface a inet manual\n" + strings.Repeat("up y\n", 1000)
	for i := range 400 {
		text += fmt.Sprintf("iface a%d inherits a\n", i)
	}
	config, err := readText(newWorld(), text)
	if err != nil {
		t.Fatal(err)
	}
	refused, options := 0, 0
	for _, i := range config.Interfaces {
		options += len(i.Options)
		if i.Refused != nil {
			refused++
		}
	}
	if refused != 400-maxCopied/1000 || options > maxCopied+1000 {
		t.Errorf("%d refused, %d options", refused, options)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestReadFails(t *testing.T) {
	if _, err := Read(brokenReader{}, "x", Files{}); err != io.ErrUnexpectedEOF {
		t.Error(err)
	}
}

// TestReadFile reads a file of the machine with what it includes.
func TestReadFile(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"interfaces": "auto lo\nsource *.if\nsource-directory $FOLDER/d\n",
		"a.if":       "iface a inet manual\n", "d/b": "iface b inet manual\n", "d/c~": "iface c\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("FOLDER", folder)
	c, err := ReadFile(folder+"/interfaces", SyntaxIfupdown)
	want := "class auto: lo@1:6\niface a inet manual @1:7\niface b inet manual @1:7\n"
	if got := dump(c); got != want || err != nil {
		t.Errorf("%s%v, not\n%s", got, err, want)
	}
	if c, err := ReadFile(folder+"/nosuch", SyntaxIfupdown); !errors.Is(err, fs.ErrNotExist) || len(c.Interfaces) != 0 {
		t.Error(c, err)
	}
}

// TestReadAlone: without a way to other files nothing is included, and nothing fails.
func TestReadAlone(t *testing.T) {
	c, err := Read(strings.NewReader("source x y/* $z\nsource-directory d\niface a inet manual\n"), "x", Files{})
	if got := dump(c); got != "iface a inet manual @3:7\n" || err != nil {
		t.Error(got, err)
	}
}

// TestReadUnknownSyntax: a syntax that there isn't is an error.
func TestReadUnknownSyntax(t *testing.T) {
	for s := range 256 {
		_, err := Read(strings.NewReader("iface a\n"), "x", Files{Syntax: Syntax(s)})
		if unknown := err == errSyntax; unknown != (s > int(SyntaxIfupdown2)) {
			t.Errorf("%d: %v", s, err)
		}
	}
}

// TestZeroConfig: a Config that nobody has read is one that says nothing.
func TestZeroConfig(t *testing.T) {
	var c Config
	if c.Known("lo") || c.Mapped("lo") || c.Class("auto") != nil || c.Stanzas("lo") != nil {
		t.Error(c)
	}
	c.AddLoopback()
	if got := dump(&c); got != "class auto: lo@0:0\niface lo inet loopback @0:0\n" || c.Stanzas("lo") == nil {
		t.Error(got)
	}
	if got := string((&Interface{Options: Options{{Name: "a", Value: "b"}}}).Effective("x", nil).Append(nil)); got != "a: b\n" {
		t.Error(got)
	}
}
