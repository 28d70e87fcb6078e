package netlab_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"classicnet/internal/netlab"
)

// TestAsUser runs tests of this package again as a user without rights, who
// gets a user namespace.
func TestAsUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("the other tests are run by such a user already")
	}
	netlab.Need(t, netlab.Root)
	dir := folderOf(t, 65534)
	cmd := exec.Command(copyProgram(t, executable(t), dir), "-test.v",
		"-test.run=^(TestLabOfCommands|TestLabOfGoCode|TestEtc|TestProc|TestRunExit|TestNothingIsLeft|TestLacksAsUser)$")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+dir, "HOME="+dir, "CLASSICNET_CI=0")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if strings.Contains(string(out), "needs "+netlab.Namespace) {
		t.Skipf("needs user namespaces for everybody:\n%s", out)
	}
	passed := len(regexp.MustCompile(`(?m)^--- PASS`).FindAll(out, -1))
	lacking := len(regexp.MustCompile(`(?m)^    \S+: needs \S+: no (?:such )?command`).FindAll(out, -1))
	if passed+lacking != 7 || passed < 4 {
		t.Errorf("%d of 7 tests passed, %d lack a command\n%s", passed, lacking, out)
	}
}

// In a user namespace the kernel refuses what wants rights in the first one.
func TestLacksAsUser(t *testing.T) {
	t.Parallel()
	if netlab.Lacks(netlab.Root) == nil {
		return // TestLacks has this case
	}
	netlab.Need(t, netlab.Namespace)
	for _, what := range []string{netlab.OtherUser, netlab.TxQueueLen, netlab.Map} {
		if netlab.Lacks(what) == nil {
			t.Errorf("%s is allowed", what)
		}
	}
	if err := netlab.Lacks(netlab.Veth); err != nil {
		t.Error(err)
	}
}

// folderOf is a new folder of a user, below one that everybody can pass.
func folderOf(t testing.TB, uid int) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "netlab-user")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chown(dir, uid, uid); err != nil {
		t.Fatal(err)
	}
	return dir
}

func copyProgram(t testing.TB, path, dir string) string {
	t.Helper()
	syscall.ForkLock.RLock() // see writeProgram
	defer syscall.ForkLock.RUnlock()
	from, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	name := filepath.Join(dir, filepath.Base(path))
	to, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}
