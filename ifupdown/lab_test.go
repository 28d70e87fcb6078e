package ifupdown

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

func TestMain(m *testing.M) {
	if at, err := strconv.Atoi(os.Getenv(dieAt)); err == nil {
		os.Exit(runAndDie(at, os.Args[1:]))
	}
	netlab.Main(m)
}

// tools are the three commands in a lab, with a configuration of their own.
type tools struct {
	*netlab.Lab
	t *testing.T
}

func newTools(t *testing.T, text string) tools {
	t.Helper()
	netlab.Need(t, "ip", netlab.Veth)
	bin := netlab.Tools(t, "ifup")
	lab := netlab.New(t, bin)
	makeLinks(lab)
	lab.Sh("ln -s " + bin + "/ifup ifdown; ln -s " + bin + "/ifup ifquery; ln -s " + bin + "/ifup ifup\n" +
		"cat >interfaces <<'END'\n" + text + "END\n")
	return tools{lab, t}
}

// makeLinks makes eth1 and eth2, without the IPv6 addresses that the kernel
// gives by itself. lo has been up: it keeps its address when it goes down.
func makeLinks(lab *netlab.Lab) {
	lab.Veth("eth1", "02:00:00:00:00:01")
	lab.Veth("eth2", "02:00:00:00:00:02")
	lab.Sh("ip link set lo up; ip link set lo down\n" +
		"for i in eth1 eth2; do cd /proc/sys/net/ipv6/conf/$i; echo 0 >accept_dad; echo 1 >addr_gen_mode; done")
}

// do runs a command and expects silence and success.
func (l tools) do(args ...string) string {
	l.t.Helper()
	r := l.try(args...)
	if r.Exit != "0" || r.Stderr != "" {
		l.t.Errorf("%v: %+v", args, r)
	}
	return r.Stdout
}

func (l tools) try(args ...string) netlab.Result {
	line := append([]string{"./" + args[0], "-i", "interfaces", "--state-dir", "state", "--no-scripts"}, args[1:]...)
	return l.Run(line...)
}

// The stanzas of the tutorial, word for word.
func TestTutorial(t *testing.T) {
	t.Parallel()
	l := newTools(t, tutorial)
	before := l.State()
	l.do("ifup", "-a")
	up := l.State()
	for _, want := range []string{"192.168.1.1/24", "192.168.0.1/24", "eth1:0"} {
		if !strings.Contains(up, want) {
			t.Errorf("ifup -a: no %s in\n%s", want, up)
		}
	}
	if diff := cmp.Diff("eth1:0=eth1:0\neth1=eth1\nlo=lo\n", l.do("ifquery", "--state")); diff != "" {
		t.Error(diff)
	}
	l.do("ifup", "-a")
	if diff := cmp.Diff(up, l.State()); diff != "" {
		t.Errorf("the second ifup -a:\n%s", diff)
	}
	l.do("ifdown", "-a")
	if diff := cmp.Diff(before, l.State()); diff != "" {
		t.Errorf("ifdown -a (-before +after):\n%s", diff)
	}
	if got := l.do("ifquery", "--state"); got != "" {
		t.Error(got)
	}
}

// everythingReal is everything with commands that exist.
var everythingReal = strings.NewReplacer("pre-up one", "pre-up true", "up two", "up true",
	"post-down four", "post-down true", "down three", "down true").Replace(everything)

func TestEverythingInKernel(t *testing.T) {
	t.Parallel()
	l := newTools(t, everythingReal)
	before := l.State()
	l.do("ifup", "-a")
	up := l.State()
	for _, want := range []string{"10.0.0.1/24", "10.2.0.1/16", "eth2:s2", "2001:db8::1", "10.1.0.1", "2001:db8::2"} {
		if !strings.Contains(up, want) {
			t.Errorf("no %s in\n%s", want, up)
		}
	}
	l.do("ifup", "--force", "eth1", "eth1:0", "eth2")
	if diff := cmp.Diff(up, l.State()); diff != "" {
		t.Errorf("ifup --force:\n%s", diff)
	}
	l.do("ifdown", "-a")
	if diff := cmp.Diff(before, l.State()); diff != "" {
		t.Errorf("ifdown -a (-before +after):\n%s", diff)
	}
}

// Interfaces that are brought up at the same time all end in the state file,
// and one that two bring up is brought up once.
func TestAtTheSameTime(t *testing.T) {
	t.Parallel()
	var text strings.Builder
	for i := range 20 {
		name := "eth1:" + strconv.Itoa(i)
		text.WriteString("iface " + name + " inet static\n address 10.0." + strconv.Itoa(i) + ".1/24\n" +
			" up echo x >>ran." + name + "; sleep 0.01\n")
	}
	l := newTools(t, text.String())
	l.Sh(`for round in 1 2; do for i in $(seq 0 19); do
		./ifup -i interfaces --state-dir state --no-scripts eth1:$i 2>>said & done; done; wait`)
	if said := l.Sh("sed '/already configured/d' said"); said != "" {
		t.Error(said)
	}
	// The kernel gives each the network of its class first, which is one for all.
	if n := strings.Count(l.Sh("ip addr show eth1"), "/24 "); n != 20 {
		t.Errorf("%d addresses, want 20", n)
	}
	if n := strings.Count(l.do("ifquery", "--state"), "\n"); n != 20 {
		t.Errorf("%d interfaces are up, want 20", n)
	}
	if got := l.Sh("cat ran.* | wc -l"); strings.TrimSpace(got) != "20" {
		t.Errorf("brought up %s times, want 20", got)
	}
	l.Sh(`for i in $(seq 0 19); do ./ifdown -i interfaces --state-dir state --no-scripts eth1:$i & done; wait`)
	if got := l.do("ifquery", "--state"); got != "" || l.Sh("cat state/ifstate state/ifstate.unfinished") != "" {
		t.Errorf("still up: %s", got)
	}
}

// A script that calls ifup again for its own interface is refused, for another
// one it isn't.
func TestCallsFromScripts(t *testing.T) {
	t.Parallel()
	const again = "./ifup -i interfaces --state-dir state --no-scripts "
	l := newTools(t, "iface eth1 inet manual\n up "+again+"eth2\n up "+again+"eth1 || echo refused >said\n"+
		"iface eth2 inet manual\n up "+again+"eth1 || echo refused too >>said\n")
	if r := l.try("ifup", "eth1"); r.Exit != "0" {
		t.Error(r)
	}
	if diff := cmp.Diff("eth2=eth2\neth1=eth1\n", sorted(l.do("ifquery", "--state"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("refused\n", l.Sh("cat said")); diff != "" {
		t.Error(diff)
	}
}

// sorted puts eth2 before eth1.
func sorted(text string) string {
	if strings.HasPrefix(text, "eth1=") {
		first, second, _ := strings.Cut(text, "\n")
		return second + first + "\n"
	}
	return text
}

// dieAt is the variable that makes the test binary a command that kills itself.
const dieAt = "CLASSICNET_DIE_AT"

// runAndDie runs a command that is killed by SIGKILL before the step or the
// writing of a state file of that number.
func runAndDie(at int, args []string) int {
	d := &doomed{left: at}
	env := System()
	env.Stderr = d // -v tells each step before it is done
	env.State = func(dir string) Store { return doomedStore{Folder(dir), d} }
	return Main(env, args)
}

type doomed struct{ left int }

func (d *doomed) tick() {
	if d.left--; d.left == 0 {
		syscall.Kill(syscall.Getpid(), syscall.SIGKILL)
		select {}
	}
}

func (d *doomed) Write(p []byte) (int, error) {
	d.tick()
	return len(p), nil
}

type doomedStore struct {
	Store
	*doomed
}

func (s doomedStore) Write(name string, data []byte) error {
	s.tick()
	return s.Store.Write(name, data)
}

func (s doomedStore) Append(name string, size int64, data []byte) error {
	s.tick()
	return s.Store.Append(name, size, data)
}

func (s doomedStore) Cut(name string, size int64) error {
	s.tick()
	return s.Store.Cut(name, size)
}

// inOrder sorts lines: an address that was removed and made again is behind the
// others.
func inOrder(text string) string {
	lines := strings.SplitAfter(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// killed runs a command that is to be killed and tells whether it was.
func killed(t *testing.T, at int, args ...string) bool {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Args = append([]string{os.Args[0]}, args...)
	c.Env = append(os.Environ(), dieAt+"="+strconv.Itoa(at))
	err := c.Run()
	status, ok := c.ProcessState.Sys().(syscall.WaitStatus)
	if ok && status.Signaled() && status.Signal() == syscall.SIGKILL {
		return true
	}
	if err != nil {
		t.Fatalf("killed at %d: %v", at, err)
	}
	return false
}

// ifup and ifdown are killed by kill -9 at each of their steps, in a kernel.
// Either is finished by itself and undone by the other.
func TestKilled(t *testing.T) {
	netlab.Need(t, "ip", netlab.Veth)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	makeLinks(lab)
	folder := t.TempDir()
	run := func(program string) []string {
		return []string{program, "-v", "-i", filepath.Join(folder, "interfaces"), "--state-dir", filepath.Join(folder, "state"),
			"--no-scripts", "-a"}
	}
	if err := os.WriteFile(filepath.Join(folder, "interfaces"), []byte(everythingReal), 0o644); err != nil {
		t.Fatal(err)
	}
	finish := func(program string) string {
		env := System()
		var said bytes.Buffer
		env.Stderr = &said
		if Main(env, run(program)) != 0 {
			t.Errorf("%s: %s", program, said.String())
		}
		state, err := os.ReadFile(filepath.Join(folder, "state", fileState))
		unfinished, _ := os.ReadFile(filepath.Join(folder, "state", fileUnfinished))
		if err != nil || len(unfinished) != 0 {
			t.Errorf("%s: %v, unfinished %s", program, err, unfinished)
		}
		return inOrder(lab.State()) + string(state)
	}
	up := finish("ifup")
	t.Log(up)
	down := finish("ifdown")
	want := map[string]string{"ifup": up, "ifdown": down}
	for _, program := range []string{"ifup", "ifdown"} {
		for _, then := range []string{"ifup", "ifdown"} {
			at := 1
			for ; ; at++ {
				if program == "ifup" {
					finish("ifdown")
				} else {
					finish("ifup")
				}
				if !killed(t, at, run(program)...) {
					break
				}
				if diff := cmp.Diff(want[then], finish(then)); diff != "" {
					t.Errorf("%s killed at %d, then %s (-want +got):\n%s", program, at, then, diff)
				}
			}
			t.Logf("%s killed at %d points, then %s", program, at-1, then)
			if at < 20 {
				t.Errorf("only %d points", at)
			}
		}
	}
}
