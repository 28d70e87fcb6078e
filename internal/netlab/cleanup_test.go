package netlab_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"classicnet/internal/netlab"
)

// leaveBehind starts what a careless test leaves running.
const leaveBehind = `sleep 1000 </dev/null >/dev/null 2>&1 &
setsid sleep 1000 </dev/null >/dev/null 2>&1 &
trap '' TERM HUP INT
sleep 1000 </dev/null >/dev/null 2>&1 &
`

func TestNothingIsLeft(t *testing.T) {
	t.Parallel()
	namespace := ""
	t.Run("lab", func(t *testing.T) {
		netlab.Need(t, netlab.Veth)
		lab := netlab.New(t)
		lab.Peer()
		lab.Sh(leaveBehind)
		if netlab.Lacks(netlab.Tun) == nil {
			lab.Sh("mktun --hold t0 ppp")
		}
		namespace = pidNamespace(lab)
		if n := len(processesIn(t, namespace)); n < 5 {
			t.Errorf("%d processes, want the lab's, the peer's and three more", n)
		}
	})
	if left := processesIn(t, namespace); len(left) > 0 {
		t.Errorf("processes %d are left", left)
	}
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(mounts), "netlab") {
		t.Errorf("a mount is left:\n%s", mounts)
	}
}

// hangVar makes TestHang wait for ever; see TestDeathTakesLabsAlong.
const hangVar = "CLASSICNET_TEST_HANG"

func TestHang(t *testing.T) {
	if os.Getenv(hangVar) == "" {
		t.Skip("is run by TestDeathTakesLabsAlong")
	}
	lab := netlab.New(t)
	lab.Sh(leaveBehind)
	fmt.Println("namespace", pidNamespace(lab))
	lab.Do(netlab.Command{Args: []string{"sleep", "1000"}, Limit: time.Hour})
}

// A test binary that is killed while a command runs leaves no process either.
func TestDeathTakesLabsAlong(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Namespace)
	cmd := exec.Command(executable(t), "-test.run=^TestHang$")
	cmd.Env = append(os.Environ(), hangVar+"=1", "TMPDIR="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	cmd.Process.Kill() //nolint:errcheck // Wait tells
	cmd.Wait()         //nolint:errcheck // it was killed
	namespace, ok := strings.CutPrefix(strings.TrimSpace(line), "namespace ")
	if !ok {
		t.Fatalf("%q, %v", line, err)
	}
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		left := processesIn(t, namespace)
		if len(left) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("processes %d are left", left)
		}
	}
}

// With its last test a binary takes its folder away.
func TestFolderIsRemoved(t *testing.T) {
	t.Parallel()
	netlab.Need(t, netlab.Namespace)
	dir := t.TempDir()
	cmd := exec.Command(executable(t), "-test.run=^TestRunExit$")
	cmd.Env = append(os.Environ(), "TMPDIR="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) > 0 {
		t.Errorf("%v, %v are left", err, left)
	}
}

func executable(t testing.TB) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return self
}
