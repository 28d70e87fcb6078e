package completion

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal makes a pseudo-terminal.
func terminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals")
	}
	t.Cleanup(func() { master.Close() })
	fd := int(master.Fd())
	number, err := unix.IoctlGetUint32(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}

// typed starts an interactive shell, types text, and returns what is on the
// screen when it ends.
func typed(t *testing.T, env []string, text string, shell ...string) string {
	t.Helper()
	master, slave := terminal(t)
	c := exec.Command(shell[0], shell[1:]...)
	c.Stdin, c.Stdout, c.Stderr = slave, slave, slave
	c.Env = append(os.Environ(), env...)
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	stop := time.AfterFunc(time.Minute, func() { c.Process.Kill() })
	defer stop.Stop()
	if _, err := master.WriteString(text); err != nil {
		t.Fatal(err)
	}
	var screen bytes.Buffer
	screen.ReadFrom(master) //nolint:errcheck // a terminal whose shell has ended gives EIO
	c.Wait()                //nolint:errcheck // the status is that of what was typed last
	return screen.String()
}

// sessions are lines with tabs in them, and what they become.
var sessions = []struct{ line, want string }{
	{"ifconfig eth0 netm\t", "ifconfig eth0 netmask"},
	{"ifconfig eth1:\t mt\t", "ifconfig eth1:0 mtu"},
	{"ifconfig --dialect=cl\t l\t", "ifconfig --dialect=classic lo"},
	{"ifconfig eth0 hw et\t 0 prom\t", "ifconfig eth0 hw ether 0 promisc"},
	{"route add -ne\t 10.0.0.0 netm\t 255.0.0.0 dev eth1:\t", "route add -net 10.0.0.0 netmask 255.0.0.0 dev eth1:0"},
	{"classicnet ro\t add defa\t gw 10.0.0.1", "classicnet route add default gw 10.0.0.1"},
}

// A shell that is typed at completes as its user sees it: each line is turned
// into the arguments of `said`, which shows them.
func play(t *testing.T, source string, shell ...string) {
	t.Helper()
	const toStart = "\x01"
	text := source + "\nsaid() { printf '{%s}\\n' \"$*\"; }\n"
	for _, s := range sessions {
		text += s.line + toStart + "said \n"
	}
	path := "PATH=" + machine(t, "eth0", "eth1", "eth1:0", "lo") + ":" + os.Getenv("PATH")
	screen := typed(t, []string{path, "TERM=dumb", "HOME=" + t.TempDir(), "INPUTRC=/dev/null"}, text+"exit\n", shell...)
	for _, s := range sessions {
		if !strings.Contains(screen, "{"+s.want+"}") {
			t.Errorf("%q didn't become %q", s.line, s.want)
		}
	}
	if t.Failed() {
		t.Logf("the screen:\n%q", screen)
	}
}

func TestTypedIntoBash(t *testing.T) {
	bash := shell(t, "bash")
	play(t, ". "+filepath.Join(script(t, "bash", "classicnet"), "classicnet"), bash, "--norc", "--noprofile", "-i")
}

func TestTypedIntoZsh(t *testing.T) {
	zsh := shell(t, "zsh")
	file := filepath.Join(script(t, "bash", "classicnet"), "classicnet")
	play(t, "autoload -U compinit bashcompinit; compinit -u; bashcompinit; bindkey -e; . "+file, zsh, "-f", "-i")
}
