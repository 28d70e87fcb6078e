package reliability

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// Each test of this file lists so many times while links come and go.
const listings = 1000

// churn makes and deletes veth pairs, over and over until the lab's end. Their
// names stand before, between and behind those of the town.
func churn(lab *netlab.Lab) {
	lab.Sh(`for name in aaa eth2 ppp zzz; do
  for i in $(seq 20); do
    for n in $(seq 10); do echo "link add name $name$n type veth peer name x$name$n"; done
    for n in $(seq 10); do echo "link del $name$n"; done
  done >$WORK/batch.$name
  while :; do ip -force -batch $WORK/batch.$name; done >/dev/null 2>&1 </dev/null &
done`)
}

// No listing fails, none is cut short: what stays is in each, whole. How often
// one that doesn't stay was seen is in the log.
func TestListWhileLinksComeAndGo(t *testing.T) {
	t.Parallel()
	lab := town(t)
	want := blocks(lab.Run("ifconfig", "-a").Stdout)
	if len(want) != 5 {
		t.Fatalf("the town has %d interfaces", len(want))
	}
	churn(lab)
	seen, failed := 0, 0
	for range listings {
		got := lab.Run("ifconfig", "-a")
		have := blocks(got.Stdout)
		if len(have) > len(want) {
			seen++
		}
		for name := range have {
			if _, stays := want[name]; !stays {
				delete(have, name)
			}
		}
		if diff := cmp.Diff(want, have); got.Exit != "0" || got.Stderr != "" || diff != "" {
			failed++
			t.Errorf("status %s %s(-want +got)\n%s", got.Exit, got.Stderr, diff)
		}
	}
	t.Logf("%d listings, %d with links that go, %d failed", listings, seen, failed)
	if seen == 0 {
		t.Error("no listing saw a link come or go")
	}
}

// An interface that is asked for by name is shown, or said to be missing.
func TestQueryWhileItComesAndGoes(t *testing.T) {
	t.Parallel()
	lab := newLab(t, netlab.Veth)
	churn(lab)
	missing := netlab.Result{Stderr: "aaa5: error fetching interface information: Device not found\n", Exit: "1"}
	shown, gone := 0, 0
	for range listings {
		got := lab.Run("ifconfig", "aaa5")
		switch {
		case got == missing:
			gone++
		case got.Exit == "0" && got.Stderr == "" && strings.HasPrefix(got.Stdout, "aaa5 ") && strings.HasSuffix(got.Stdout, "\n\n"):
			shown++
		default:
			t.Errorf("status %s\n%s%s", got.Exit, got.Stderr, got.Stdout)
		}
	}
	t.Logf("%d queries, shown %d, missing %d", listings, shown, gone)
	if shown == 0 || gone == 0 {
		t.Error("the interface didn't come and go")
	}
}
