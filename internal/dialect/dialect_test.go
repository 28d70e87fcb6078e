package dialect

import (
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct{ name, want, beside string }{
		{"", "classic", "net-tools-2.10"},
		{"classic", "classic", "net-tools-2.10"},
		{"busybox", "busybox", "busybox"},
		{"net-tools-1.60", "net-tools-1.60", "net-tools-1.60"},
	} {
		for beside, want := range map[bool]string{false: c.want, true: c.beside} {
			d, err := Choose(c.name, beside)
			if err != nil || d.Name != want {
				t.Errorf("%q, beside %v: %v, %v; want %s", c.name, beside, d, err, want)
			}
		}
	}
	for _, name := range []string{"Classic", "net-tools", "busybox ", "1.60", "list"} {
		_, err := Choose(name, false)
		unknown, ok := err.(*UnknownError)
		if !ok || unknown.Name != name {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestUnknownErrorListsTheKnown(t *testing.T) {
	text := (&UnknownError{Name: "frob"}).Error()
	const want = "unknown dialect `frob'; known are: classic net-tools-1.60 debian ubuntu redhat busybox net-tools-2.10 net-tools-git"
	if text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
	if text := (&UnknownError{"frob", true}).Error(); text != want+" ifupdown-ng ifupdown2" {
		t.Errorf("of files: %s", text)
	}
}

func TestList(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(List(), "\n"), "\n")
	if len(lines) != len(All()) {
		t.Fatalf("%d lines for %d dialects", len(lines), len(All()))
	}
	for i, line := range lines {
		name, about, found := strings.Cut(line, " ")
		if !found || name != All()[i].Name || strings.TrimSpace(about) != All()[i].About {
			t.Errorf("line %q for %q", line, All()[i].Name)
		}
	}
}

// A syntax of interfaces files is no output: listings stay classic.
func TestStanzas(t *testing.T) {
	if len(AllStanzas()) != 2 {
		t.Error(AllStanzas())
	}
	for _, row := range AllStanzas() {
		if d, err := Choose(row.Name, false); err != nil || d != Classic() {
			t.Errorf("%s: %v, %v", row.Name, d, err)
		}
		if d, err := Choose(row.Name, true); err != nil || d != Beside() {
			t.Errorf("%s: %v, %v", row.Name, d, err)
		}
		if !row.Stanzas || !strings.Contains(ListStanzas(), row.Name+" ") || strings.Contains(List(), row.Name) {
			t.Errorf("%+v", row)
		}
	}
}

// A row is whole: every dialect can print everything.
func TestRows(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range All() {
		if seen[d.Name] || d.Name == "" || d.About == "" {
			t.Errorf("name %q, about %q", d.Name, d.About)
		}
		seen[d.Name] = true
		if d.Types == 0 || len(d.Units) < 3 || d.ScopeMask == 0 || d.Thousand != 1000 && d.Thousand != 1024 {
			t.Errorf("%s: %+v", d.Name, d)
		}
		if ByName(d.Name) == nil || ByName(d.Name).Name != d.Name {
			t.Errorf("%s isn't found by its name", d.Name)
		}
	}
	if Classic().Name != "classic" {
		t.Errorf("the default is %s", Classic().Name)
	}
}
