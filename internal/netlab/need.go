package netlab

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// What a test may need of the machine, for Need and Lacks. The name of a
// command ("ip", "tc", "busybox") is one too.
const (
	Namespace  = "network namespaces" // in either way
	OwnUser    = "user namespaces"    // of a user's own
	Root       = "root"               // that may make namespaces without a user namespace
	OtherUser  = "a second user"      // Command.UID, setpriv --reuid
	TxQueueLen = "SIOCSIFTXQLEN"      // ifconfig txqueuelen
	Map        = "SIOCSIFMAP"         // ifconfig irq, io_addr, mem_start, media
	Tun        = "tun devices"        // mktun, Lab.Tun, Lab.Tap
	Veth       = "veth links"
	Bridge     = "bridge links"
	Ifb        = "ifb links"
	Macvlan    = "macvlan links"
	Vxlan      = "vxlan links"
)

// Need skips the test by name when the machine lacks one of these; with
// CLASSICNET_CI=1, where all of them are there, it fails the test instead.
func Need(t testing.TB, what ...string) {
	t.Helper()
	mustHaveMain(t)
	for _, w := range what {
		if err := Lacks(w); err != nil {
			missing(t, w, err)
		}
	}
}

// NeedVersion skips the test unless a command's output begins with version: another
// program may have the name, ours among them. Where all is there another one is a
// failure, as for Need.
func NeedVersion(t testing.TB, version string, command ...string) {
	t.Helper()
	out, err := exec.Command(command[0], command[1:]...).Output()
	if err != nil || !strings.HasPrefix(string(out), version) {
		missing(t, version, fmt.Errorf("%s says %.60q, %v", strings.Join(command, " "), out, err))
	}
}

// missing ends a test that needs what the machine lacks.
func missing(t testing.TB, what string, err error) {
	t.Helper()
	if os.Getenv("CLASSICNET_CI") == "1" {
		t.Fatalf("needs %s: %v", what, err)
	}
	t.Skipf("needs %s: %v", what, err)
}

// Lacks tells why the machine has not what a test needs; nil means it has. It
// is found out by trying, once per process.
func Lacks(what string) error {
	once, _ := probes.LoadOrStore(what, sync.OnceValue(func() error { return probe(what) }))
	return once.(func() error)()
}

// probes are the answers of Lacks: what string -> func() error.
var probes sync.Map
