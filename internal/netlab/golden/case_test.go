package golden

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

func TestParseCase(t *testing.T) {
	got, err := ParseCase([]byte(`# what it is about
-- setup --
ip link set lo up
ip link add $PEERNS
-- etc/hosts --
10.0.0.1	box
-- etc/networks --
-- 1.cmd --
ifconfig 'v 0'
# addresses-sorted
-- 2.cmd --

# a remark
route --help
# text-not-compared
-- 4.cmd --
not part of the case, as there is no third
`))
	if err != nil {
		t.Fatal(err)
	}
	want := &Case{
		Setup: "ip link set lo up\nip link add $PEERNS\n",
		Etc:   map[string]string{"hosts": "10.0.0.1\tbox\n", "networks": ""},
		Steps: []Step{
			{Line: "ifconfig 'v 0'", Args: []string{"ifconfig", "v 0"}, Sorted: true},
			{Line: "route --help", Args: []string{"route", "--help"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseCaseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "a case without steps",
		"-- setup --\nip link\n":      "a case without steps",
		"-- 1.cmd --\n":               "step 1: 0 commands instead of one",
		"-- 1.cmd --\n# remark\n":     "step 1: 0 commands instead of one",
		"-- 1.cmd --\na\nb\n":         "step 1: 2 commands instead of one",
		"-- 1.cmd --\na\n-- 2.cmd --": "step 2: 0 commands instead of one",
		"-- 1.cmd --\n'a\n":           "step 1: no closing quote",
	} {
		if _, err := ParseCase([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%q: got error %v, want %s", text, err, want)
		}
	}
}

func TestParseResults(t *testing.T) {
	got := ParseResults([]byte("-- 1.stdout --\na\x1b\xff\r\n\n-- 1.stderr --\n-- 1.exit --\n0\n" +
		"-- 2.stdout --\nhalf a line\n-- 2.stdout-noeol --\n-- 2.stderr --\n\n-- 2.stderr-noeol --\n"))
	want := Results{
		"1.stdout": "a\x1b\xff\r\n\n", "1.stderr": "", "1.exit": "0\n",
		"2.stdout": "half a line", "2.stderr": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzParseResults: what is stored as the format says comes back as it was.
func FuzzParseResults(f *testing.F) {
	f.Add("eth1      Link encap:Ethernet\n", "")
	f.Add("no end", "\r")
	f.Add("\n", "\x00\xff\n\n")
	f.Fuzz(func(t *testing.T, stdout, stderr string) {
		if strings.Contains(stdout+"\n"+stderr, "-- ") {
			t.Skip("no section line may stand in a text")
		}
		var a txtar.Archive
		for _, s := range []struct{ name, text string }{{"1.stdout", stdout}, {"1.stderr", stderr}} {
			a.Files = append(a.Files, txtar.File{Name: s.name, Data: []byte(s.text)})
			if s.text != "" && !strings.HasSuffix(s.text, "\n") {
				a.Files = append(a.Files, txtar.File{Name: s.name + noEOL})
			}
		}
		want := Results{"1.stdout": stdout, "1.stderr": stderr}
		if diff := cmp.Diff(want, ParseResults(txtar.Format(&a))); diff != "" {
			t.Error(diff)
		}
	})
}
