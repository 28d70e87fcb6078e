package classicnet_test

import (
	"os"
	"os/exec"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"classicnet/internal/netlab"
)

// TestTutorial runs the example as its reader does: without root, and with the
// transcript's very bytes.
func TestTutorial(t *testing.T) {
	netlab.Need(t, "ip", "unshare", "nsenter", netlab.OwnUser, netlab.Veth)
	c := exec.Command("unshare", "-rn", "examples/tutorial.sh")
	c.Env = append(os.Environ(), "CLASSICNET_BIN="+netlab.Tools(t, "ifconfig", "route"))
	c.Stderr = os.Stderr
	got, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	transcript, err := txtar.ParseFile("testdata/golden/expect/classic/tutorial-alias.txtar")
	if err != nil {
		t.Fatal(err)
	}
	want := section(t, transcript, "4.stdout") + section(t, transcript, "7.stdout")
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func section(t *testing.T, a *txtar.Archive, name string) string {
	t.Helper()
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("no section %s", name)
	return ""
}
