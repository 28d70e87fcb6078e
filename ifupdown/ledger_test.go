package ifupdown

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lines is what a ledger's file is to have: the plain way to do what it does.
type lines []string

func (l lines) without(iface string) lines {
	return slices.DeleteFunc(slices.Clone(l), func(text string) bool { return strings.HasPrefix(text, iface+"=") })
}

func (l lines) String() string {
	if len(l) == 0 {
		return ""
	}
	return strings.Join(l, "\n") + "\n"
}

// stateLedger is the file of what is up in a folder.
func stateLedger(dir string) *ledger {
	files := newLedgers(Folder(dir))
	return &files.up
}

// However two runs and another program change a file in turn, each of them sees and
// changes what it has become.
func TestLedgersShareAFile(t *testing.T) {
	for seed := range uint64(20) {
		dir := t.TempDir()
		random := rand.New(rand.NewPCG(seed, 0))
		ledgers := []*ledger{stateLedger(dir), stateLedger(dir)}
		var want lines
		for range 400 {
			iface := fmt.Sprintf("eth%d:%d", random.IntN(3), random.IntN(120))
			line := iface + "=" + []string{iface, "work"}[random.IntN(2)]
			var err error
			switch l := ledgers[random.IntN(2)]; random.IntN(10) {
			case 0:
				err = Folder(dir).Write(fileState, []byte(want.without(iface).String()))
				want = want.without(iface)
			case 1, 2:
				err = l.remove(anyLine, iface)
				want = want.without(iface)
			case 3, 4, 5:
				if len(want) > 0 { // the last one, as `ifdown -a` does
					last, _, _ := strings.Cut(want[len(want)-1], "=")
					err = l.remove(anyLine, last)
					want = want[:len(want)-1]
				}
			default:
				err = l.set(ledgerLine{iface: iface, text: line})
				want = append(want.without(iface), line)
			}
			if err != nil {
				t.Fatal(err)
			}
			checkLedgers(t, dir, want, ledgers)
		}
	}
}

func checkLedgers(t *testing.T, dir string, want lines, ledgers []*ledger) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, fileState))
	if err != nil && len(want) > 0 || string(data) != want.String() {
		t.Fatalf("%v (-want +got)\n%s", err, cmp.Diff(want.String(), string(data)))
	}
	for _, l := range ledgers {
		list, err := l.targets()
		var got lines
		for _, e := range list {
			got = append(got, e.String())
			if found, err := l.target(e.iface); err != nil || found == nil || *found != e {
				t.Fatalf("%v is found as %v, %v", e, found, err)
			}
		}
		if err != nil || got.String() != want.String() {
			t.Fatalf("%v (-want +known)\n%s", err, cmp.Diff(want, got))
		}
		devices := map[string]int{}
		for _, e := range list {
			devices[deviceOf(e.iface)]++
		}
		for device, n := range devices {
			if l.devices[device] != n {
				t.Fatalf("%d lines of %s are counted, want %d", l.devices[device], device, n)
			}
		}
	}
}

// What others have written into a file is read as far as it makes sense, and is
// written anew with the first change.
func TestLedgerOfOthers(t *testing.T) {
	for _, c := range []struct{ name, text, after string }{
		{"ours", "a=a\nb=b\n", "a=a\nb=b\nx=y\n"},
		{"empty", "", "x=y\n"},
		{"no newline", "a=a\nb=b", "a=a\nb=b\nx=y\n"},
		{"counts", "a=a 2 explicit\n", "a=a\nx=y\n"},
		{"blanks", " a=a\t\n\nb\n", "a=a\nx=y\n"},
		{"twice", "a=a\nb=b\na=c\n", "a=a\nb=b\na=c\nx=y\n"},
		{"itself", "x=y\n", "x=y\n"},
		{"itself with others", "x=z\na=a\nx=y\n", "a=a\nx=y\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, fileState)
			if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := stateLedger(dir).set(ledgerLine{iface: "x", text: "x=y"}); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(path); err != nil || string(got) != c.after {
				t.Errorf("%q %v, want %q", got, err, c.after)
			}
		})
	}
}

// Whoever reads the file while lines are added sees whole lines.
func TestLinesComeWhole(t *testing.T) {
	dir := t.TempDir()
	l := stateLedger(dir)
	done := make(chan error)
	go func() {
		var err error
		for i := 0; i < 3000 && err == nil; i++ {
			name := fmt.Sprintf("eth1:%d", i)
			err = l.set(ledgerLine{iface: name, text: name + "=" + name})
		}
		done <- err
	}()
	reader := Folder(dir)
	for most := 0; ; {
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
			return
		default:
		}
		data, _ := reader.Read(fileState) // there is none at first
		list := strings.Split(string(data), "\n")
		for i, line := range list[:len(list)-1] {
			if want := fmt.Sprintf("eth1:%d=eth1:%d", i, i); line != want {
				t.Fatalf("line %d is %q", i+1, line)
			}
		}
		if most = max(most, len(list)); list[len(list)-1] != "" || len(list) < most {
			t.Fatalf("%d lines, %d before; the last is %q", len(list), most, list[len(list)-1])
		}
	}
}

// A link in place of the file is replaced; what it leads to isn't touched.
func TestLedgerLeavesLinks(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other")
	if err := os.WriteFile(other, []byte("a=a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, filepath.Join(dir, fileState)); err != nil {
		t.Fatal(err)
	}
	if err := stateLedger(dir).set(ledgerLine{iface: "x", text: "x=y"}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{other: "a=a\n", filepath.Join(dir, fileState): "a=a\nx=y\n"} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s: %q %v, want %q", path, got, err, want)
		}
	}
}
