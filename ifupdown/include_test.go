package ifupdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Which files a line includes shows in the classes that they fill.
func TestInclude(t *testing.T) {
	w := newWorld()
	for _, name := range []string{"d/a", "d/b", "d/b.x", "d/c~", "d/.hidden", "d/a*", "e/a", "/abs", "sp ace", "home/x"} {
		path := name
		if !strings.HasPrefix(name, "/") {
			path = "/etc/network/" + name
		}
		w.files[path] = "auto " + strings.ReplaceAll(name, " ", "_") + "\n"
	}
	w.vars["D"], w.vars["HOME"] = "d", "/etc/network/home"
	for _, c := range []struct{ line, want string }{
		{"source d/a", "d/a"},
		{"source d/a e/a", "d/a e/a"},
		{"source d/*", "d/a d/a* d/b d/b.x d/c~"},
		{"source */a", "d/a e/a"},
		{"source d/[ab]", "d/a d/b"},
		{"source d/[!a]", "d/b"},
		{"source d/b?x d/.h*", "d/b.x d/.hidden"},
		{`source d/a\*`, "d/a*"},
		{`source 'd/a*'`, "d/a*"},
		{`source "d/a*" d/"b"`, "d/a* d/b"},
		{`source "sp ace" sp\ ace 'sp ace'`, "sp_ace sp_ace sp_ace"},
		{"source $D/a ${D}/b", "d/a d/b"},
		{"source ~/x", "home/x"},
		{"source /abs", "/abs"},
		{"source nosuch nosuch/* d/nosuch*", ""},
		{"source-directory d", "d/a d/b"},
		{"source-dir [de]", "d/a d/b e/a"},
		{"source-directory nosuch", ""},
	} {
		config, err := readText(w, c.line+"\n")
		if err != nil || len(config.Warnings) != 0 {
			t.Errorf("%s: %v %v", c.line, err, config.Warnings)
		}
		want := strings.Fields(c.want)
		var got []string
		for _, word := range config.Class("auto") {
			got = append(got, word.Text)
		}
		seen := map[string]bool{} // a class has each of its members once
		want = deleteSeen(want, seen)
		if diff := cmp.Diff(want, got, cmp.Transformer("nil", func(s []string) string { return strings.Join(s, " ") })); diff != "" {
			t.Errorf("%s:\n%s", c.line, diff)
		}
	}
}

func deleteSeen(words []string, seen map[string]bool) (list []string) {
	for _, w := range words {
		if !seen[w] {
			list = append(list, w)
		}
		seen[w] = true
	}
	return list
}

// What is wrong with an included file is told, and the rest is read.
func TestIncludeWarnings(t *testing.T) {
	w := newWorld()
	w.files["/etc/network/bad"] = "auto x\nnonsense y\nauto z\n"
	for i := range 20 {
		w.files[fmt.Sprintf("/etc/network/chain%d", i)] = fmt.Sprintf("source chain%d\n", i+1)
	}
	for _, c := range []struct{ line, auto, want string }{
		{"source bad", "x last", "/etc/network/bad:2:1: option outside of a stanza: nonsense"},
		{"source chain1", "last", "/etc/network/chain16:1:8: too many files include each other"},
		{"source", "last", "/etc/network/interfaces:1:1: source without a path"},
		{"source `ls`", "last", "/etc/network/interfaces:1:8: commands in a path aren't run"},
		{"source $(ls)", "last", "/etc/network/interfaces:1:8: no name of a variable after $"},
		{"source ${D", "last", "/etc/network/interfaces:1:8: no name of a variable after $"},
		{"source \\\n 'x", "last", "/etc/network/interfaces:2:2: a quote isn't closed"},
	} {
		config, err := readText(w, c.line+"\nauto last\n")
		if err != nil {
			t.Fatal(err)
		}
		var auto []string
		for _, word := range config.Class("auto") {
			auto = append(auto, word.Text)
		}
		if diff := cmp.Diff(strings.Fields(c.auto), auto); diff != "" {
			t.Errorf("%s:\n%s", c.line, diff)
		}
		if len(config.Warnings) != 1 || config.Warnings[0].Error() != c.want {
			t.Errorf("%s: %v, want %s", c.line, config.Warnings, c.want)
		}
	}
}

// An option behind a source line has no stanza.
func TestIncludeEndsStanza(t *testing.T) {
	_, err := readText(newWorld(), "iface a inet manual\nsource x\n up y\n")
	if err == nil || !strings.HasSuffix(err.Error(), "interfaces:3:2: option outside of a stanza: up") {
		t.Error(err)
	}
}

// A pattern as long as the file can be ends the search at once.
func TestIncludeLongPattern(t *testing.T) {
	if _, err := readText(newWorld(), "source "+strings.Repeat("*/", maxFile/2-10)); err != nil {
		t.Error(err)
	}
}

// A file that two lines include is read once, by whatever way they name it; one
// line that names it twice reads it twice. A file that includes itself, or one
// that includes it, is read once.
func TestIncludeOnce(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"source d/*\nsource-directory d\n", "a b"},
		{"source-directory d\nsource d/*\n", "a b"},
		{"source d/a\nsource-dir /etc/network/d\n", "a b"},
		{"source d/a d/a\n", "a a"},
		{"source d/a d/a\nsource d/a\n", "a a"},
		{"source-directory d d\nsource d/../d/*\n", "a b a b"},
		{"source over\nsource d/b\n", "over a b"},
		{"source d/a over\n", "a over"},
		{"source interfaces self\niface main inet manual\n", "self main"},
		{"source there\n", "there back"},
	} {
		w := newWorld()
		for name, text := range map[string]string{
			"d/a": "", "d/b": "", "over": "source d/a\n", "self": "source self interfaces\n",
			"there": "source back\n", "back": "source there\n",
		} {
			w.files["/etc/network/"+name] = "iface " + strings.TrimPrefix(name, "d/") + " inet manual\n" + text
		}
		w.files["/etc/network/interfaces"] = c.text
		config, err := readText(w, c.text)
		if err != nil || config.Warnings != nil {
			t.Errorf("%q: %v, %v", c.text, err, config.Warnings)
		}
		var got []string
		for _, i := range config.Interfaces {
			got = append(got, i.Name)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}
