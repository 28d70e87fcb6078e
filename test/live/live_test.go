// Package live compares the tools with what Debian packages, side by side in
// one namespace: net-tools 2.10, busybox 1.35, jc, and with what CLASSICNET_PEERS names
// of other suites. With CLASSICNET_CI=1 a peer that the machine misses is a failure.
package live

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) { netlab.Main(m) }

// newLab makes a namespace by shell lines, with our tools in its PATH. A peer
// is started by another name than ours.
func newLab(t *testing.T, scripts ...string) *netlab.Lab {
	t.Helper()
	t.Parallel()
	netlab.Need(t, "ip", "sysctl", netlab.Tun, netlab.Veth, netlab.Bridge)
	lab := netlab.New(t, netlab.Tools(t, "ifconfig", "route"))
	for _, s := range scripts {
		lab.Sh(s)
	}
	lab.Settle()
	return lab
}

// tries is how often a listing is compared: counters of packets may move
// between one program's look and the other's.
const tries = 5

// side runs one of two programs, and makes its output comparable.
type side struct {
	args  []string
	clean func(stdout string) string // nil leaves it as it is
}

func (s side) run(lab *netlab.Lab) string {
	stdout := lab.Run(s.args...).Stdout
	if s.clean != nil {
		stdout = s.clean(stdout)
	}
	return stdout
}

// same compares what two programs print. Both must print something.
func same(t *testing.T, lab *netlab.Lab, theirs, ours side) {
	t.Helper()
	agree(t, strings.Join(theirs.args, " "), func() string {
		want, got := theirs.run(lab), ours.run(lab)
		if want == "" {
			return "prints nothing"
		}
		return cmp.Diff(want, got)
	})
}

// agree repeats a comparison until it finds no difference.
func agree(t *testing.T, what string, compare func() (diff string)) {
	t.Helper()
	var diff string
	for range tries {
		if diff = compare(); diff == "" {
			return
		}
	}
	t.Errorf("%s (-theirs +ours)\n%s", what, diff)
}

// words makes a command line of a program and a line of words.
func words(program, line string) []string {
	return append(strings.Fields(program), strings.Fields(line)...)
}
