package ifupdown

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kindOf are the parts of ifquery's JSON that the text doesn't have.
type kindOf struct {
	Family string `json:"addr_family"`
	Method string `json:"addr_method"`
}

// What ifquery says of an interface is, written into a file, what ifquery says of it
// again, for the files that are compared with Debian's.
func TestQueryAgain(t *testing.T) {
	entries, err := os.ReadDir(cases)
	if err != nil {
		t.Fatal(err)
	}
	written := filepath.Join(t.TempDir(), "interfaces")
	state := t.TempDir()
	ask := func(file string, args ...string) answer {
		return ours(t, append([]string{"ifquery", "-i", file, "--state-dir", state}, args...)...)
	}
	again := 0
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		file := filepath.Join(cases, entry.Name())
		for _, iface := range namesIn(t, file) {
			first := ask(file, iface)
			if first.Status != 0 {
				continue
			}
			var kinds []kindOf
			if err := json.Unmarshal([]byte(ask(file, "--json", iface).Stdout), &kinds); err != nil {
				t.Fatalf("%s %s: %v", entry.Name(), iface, err)
			}
			if len(kinds) != 1 {
				continue // the text doesn't say where one stanza ends
			}
			text, ok := stanzaOf(iface, kinds[0], first.Stdout)
			if !ok {
				continue
			}
			again++
			if err := os.WriteFile(written, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(inOrder(first.Stdout), inOrder(ask(written, iface).Stdout)); diff != "" {
				t.Errorf("%s, %s (-first +again)\n%s\n%s", entry.Name(), iface, diff, text)
			}
		}
	}
	if t.Logf("%d interfaces", again); again < 60 {
		t.Errorf("%d interfaces", again)
	}
}

// stanzaOf is the stanza that a text of ifquery's is of. ok is false where the text
// stands for more than one: a value of two lines, or one that is read another way
// when it is read again.
func stanzaOf(iface string, kind kindOf, text string) (stanza string, ok bool) {
	if strings.ContainsAny(iface, " \t=/") {
		return "", false
	}
	stanza = "iface " + iface + " " + kind.Family + " " + kind.Method + "\n"
	for line := range strings.Lines(text) {
		name, value, found := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		first, _, _ := strings.Cut(value, " ")
		switch {
		case !found, strings.ContainsAny(name, blanks), strings.HasSuffix(value, `\`),
			strings.Trim(value, blanks) != value, name[0] == '#',
			name == "hwaddress" && slices.Contains(hwClasses[:], strings.ToLower(first)):
			return "", false
		case value != "":
			stanza += "\t" + name + " " + value + "\n"
		}
	}
	return stanza, true
}

// In the syntaxes of the others what ifquery lists is a file.
func TestLooseQueryAgain(t *testing.T) {
	for _, c := range []struct{ dialect, text string }{{"ifupdown-ng", ofNG}, {"ifupdown2", ofTwo}} {
		w := write(t, newWorld("lo", "eth0", "eth1"), c.text)
		var names []string
		for line := range strings.Lines(c.text) {
			if words := strings.Fields(line); len(words) > 1 && words[0] == "iface" && !slices.Contains(names, words[1]) {
				names = append(names, words[1])
			}
		}
		if len(names) < 5 {
			t.Errorf("%s: %q", c.dialect, names)
		}
		for _, name := range names {
			first := w.run("ifquery", "--dialect="+c.dialect, name)
			if strings.Contains(first.Stdout, "inherit ") {
				continue // what it inherits stands there, and so does that it inherits
			}
			other := write(t, newWorld("lo", "eth0", "eth1"), first.Stdout)
			again := other.run("ifquery", "--dialect="+c.dialect, name)
			if diff := cmp.Diff(first.Stdout, again.Stdout); diff != "" {
				t.Errorf("%s, %s (-first +again)\n%s", c.dialect, name, diff)
			}
		}
	}
}
