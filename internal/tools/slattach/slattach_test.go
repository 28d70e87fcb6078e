package slattach

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"classicnet/internal/tools/toolstest"
	"classicnet/ioctl"
	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// fakeLine is a line whose state can be looked at.
type fakeLine struct {
	settings   unix.Termios
	discipline int
	log        strings.Builder
	refuses    map[string]unix.Errno
	carrier    int // looks for which it is there; negative is for ever
	closed     bool
}

func (l *fakeLine) call(request string, args ...any) error {
	fmt.Fprintln(&l.log, append([]any{request}, args...)...)
	if errno := l.refuses[request]; errno != 0 {
		return &ioctl.Error{Request: request, Err: errno}
	}
	return nil
}

func (l *fakeLine) Settings() (unix.Termios, error) { return l.settings, l.call("TCGETS") }
func (l *fakeLine) SetSettings(v unix.Termios) error {
	err := l.call("TCSETS")
	if err == nil {
		l.settings = v
	}
	return err
}
func (l *fakeLine) Discipline() (int, error) { return l.discipline, l.call("TIOCGETD") }
func (l *fakeLine) SetDiscipline(n int) error {
	err := l.call("TIOCSETD", n)
	if err == nil {
		l.discipline = n
	}
	return err
}
func (l *fakeLine) SetEncapsulation(n int) error { return l.call("SIOCSIFENCAP", n) }
func (l *fakeLine) SetKeepalive(n int) error     { return l.call("SIOCSKEEPALIVE", n) }
func (l *fakeLine) SetOutfill(n int) error       { return l.call("SIOCSOUTFILL", n) }
func (l *fakeLine) Interface() (string, error)   { return "sl0", l.call("SIOCGIFNAME") }
func (l *fakeLine) Slave() (string, error)       { return "/dev/pts/4", l.call("TIOCGPTN") }
func (l *fakeLine) SetMode(mode uint32) error    { return l.call("fchmod", fmt.Sprintf("%o", mode)) }
func (l *fakeLine) Descriptor() int              { return 3 }
func (l *fakeLine) Close() error                 { l.closed = true; return nil }
func (l *fakeLine) Carrier() (bool, error) {
	l.carrier--
	return l.carrier >= 0, l.call("TIOCMGET")
}

// fakeLocks are files in memory; process 77 lives, and is not this one.
type fakeLocks struct {
	files   map[string]string
	refuses error
	owners  string
}

func (k *fakeLocks) Create(path, text string) error {
	if _, there := k.files[path]; there {
		return &fs.PathError{Op: "open", Path: path, Err: unix.EEXIST}
	}
	if k.refuses == nil {
		k.files[path] = text
	}
	return k.refuses
}
func (k *fakeLocks) Remove(path string) error { delete(k.files, path); return nil }
func (k *fakeLocks) Alive(pid int) bool       { return pid == 77 }
func (k *fakeLocks) Own() int                 { return 42 }
func (k *fakeLocks) Give(path string, uid int) error {
	k.owners += fmt.Sprintln(path, uid)
	return nil
}

// lab is a machine with one line.
type lab struct {
	line   fakeLine
	locks  fakeLocks
	waited []time.Duration
	signal int // after so many turns
	ran    string
	during string // locks while it waits
}

func newLab() *lab {
	settings := unix.Termios{Iflag: 1, Oflag: 2, Lflag: 3, Cflag: unix.B2400 | unix.CS7}
	settings.Cc[0] = 3
	return &lab{
		line:  fakeLine{settings: settings},
		locks: fakeLocks{files: map[string]string{"/etc/passwd": "uucp:x:10:10:::\n"}},
	}
}

func (b *lab) run(args ...string) toolstest.Result {
	k := &ioctltest.Kernel{Files: b.locks.files}
	return toolstest.Run(k, func(e tool.Env) int {
		return Main(&Env{
			Env: e, Locks: &b.locks, Command: func(s string) { b.ran += s },
			OpenLine: func(path string) (Line, error) {
				if path == "-" || path == "/dev/ptmx" || path == "/dev/ttyS1" {
					return &b.line, nil
				}
				return nil, &ioctl.Error{Request: "open", Name: path, Err: unix.ENOENT}
			},
			Wait: func(d time.Duration) bool {
				b.waited = append(b.waited, d)
				b.during = b.locks.files["/var/lock/LCK..ttyS1"]
				return len(b.waited) > b.signal
			},
		}, append([]string{"slattach"}, args...))
	})
}

// asBefore checks that the line and the locks are as they were.
func (b *lab) asBefore(t *testing.T, what string) {
	t.Helper()
	if was := newLab().line.settings; b.line.settings != was || b.line.discipline != 0 {
		t.Errorf("%s: the line is left as %+v, discipline %d", what, b.line.settings, b.line.discipline)
	}
	for file := range b.locks.files {
		if strings.HasPrefix(file, "/var/lock") {
			t.Errorf("%s: %s stays", what, file)
		}
	}
}

// Each message with its status. Whatever failed, the line is as it was.
func TestMessages(t *testing.T) {
	misused := toolstest.Result{Stderr: usage(), Status: statusLine}
	line := func(text string) toolstest.Result { return toolstest.Result{Stderr: text + "\n", Status: statusLine} }
	failed := func(text string) toolstest.Result { return toolstest.Result{Stderr: text + "\n", Status: statusFailed} }
	for _, c := range []struct {
		args    string
		refuses map[string]unix.Errno
		want    toolstest.Result
	}{
		{"", nil, misused}, {"-x", nil, misused}, {"-p", nil, misused}, {"a b", nil, misused}, {"-h", nil, misused},
		{"--help", nil, misused}, {"--verbose", nil, misused}, {"-e", nil, misused},
		{"nosuch", nil, line("slattach: tty_open(/dev/nosuch, RW): No such file or directory")},
		{"-l nosuch", nil, line("slattach: tty_open(/dev/nosuch, RW): No such file or directory")},
		{"/x" + strings.Repeat("a", 140), nil, line("slattach: tty_open(/x" + strings.Repeat("a", 130) + ", RW): No such file or directory")},
		{"-", map[string]unix.Errno{"TCGETS": unix.ENOTTY}, line("slattach: tty_get_state: Inappropriate ioctl for device\nslattach: tty_open: cannot get current state!")},
		{"-l ttyS1", map[string]unix.Errno{"TCGETS": unix.EIO}, line("slattach: tty_get_state: Input/output error\nslattach: tty_open: cannot get current state!")},
		{"-l -p foo ttyS1", nil, failed("Hardware type `foo' not supported.")},
		{"-p CSLIP ttyS1", nil, failed("Hardware type `CSLIP' not supported.")},
		{"-p ppp ttyS1", nil, failed("Sorry, use pppd!")},
		{"-p ether ttyS1", nil, failed("Cannot change line discipline to `ether'.")},
		{"-l ttyS1", map[string]unix.Errno{"TIOCSETD": unix.EINVAL}, failed("SLIP_set_disc(1): Invalid argument")},
		{"ttyS1", map[string]unix.Errno{"SIOCSIFENCAP": unix.EINVAL}, failed("SLIP_set_encap(1): Invalid argument")},
		{"ttyS1", map[string]unix.Errno{"TCSETS": unix.EIO}, line("slattach: tty_set_state: Input/output error")},
		{"-s 123 ttyS1", map[string]unix.Errno{"TIOCSETD": unix.EINVAL}, failed("slattach: tty_open: cannot set 123 bps!\nSLIP_set_disc(1): Invalid argument")},
		// -q: what is wrong with the line isn't told, the rest is.
		{"-q nosuch", nil, toolstest.Result{Status: statusLine}},
		{"-q -", map[string]unix.Errno{"TCGETS": unix.ENOTTY}, toolstest.Result{Status: statusLine}},
		{"-q ttyS1", map[string]unix.Errno{"TCSETS": unix.EIO}, toolstest.Result{Status: statusLine}},
		{"-q ttyS1", map[string]unix.Errno{"SIOCGIFNAME": unix.EIO}, toolstest.Result{Status: statusFailed}},
		{"-q -s 123 ttyS1", map[string]unix.Errno{"TIOCSETD": unix.EINVAL}, failed("SLIP_set_disc(1): Invalid argument")},
		{"-q -p foo ttyS1", nil, failed("Hardware type `foo' not supported.")},
		{"-e -k 300 -o -3 ttyS1", map[string]unix.Errno{"SIOCSKEEPALIVE": unix.EINVAL, "SIOCSOUTFILL": unix.EINVAL}, toolstest.Result{
			Stderr: "slattach: ioctl(SIOCSKEEPALIVE): Invalid argument\nslattach: ioctl(SIOCSOUTFILL): Invalid argument\n",
		}},
	} {
		b := newLab()
		b.line.refuses = c.refuses
		if diff := cmp.Diff(c.want, b.run(strings.Fields(c.args)...)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.args, diff)
		}
		if c.refuses["TIOCSETD"] == 0 {
			b.asBefore(t, c.args)
		}
	}
}

// A line is raw while it is SLIP's, and what it was before when a signal comes.
func TestKeep(t *testing.T) {
	for protocol, number := range map[string]int{"slip": 0, "cslip": 1, "slip6": 2, "cslip6": 3, "adaptive": 8} {
		b := newLab()
		b.signal = 2
		want := toolstest.Result{Stdout: protocol + " started on ttyS1 interface sl0\n"}
		if diff := cmp.Diff(want, b.run("-lvn", "-s", "9600", "-k", "5", "-p", protocol, "ttyS1")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", protocol, diff)
		}
		log := "TCGETS\nTIOCGETD\nfchmod 600\nTCSETS\nTIOCSETD 1\nSIOCSIFENCAP " + fmt.Sprint(number) + "\nSIOCGIFNAME\nSIOCSKEEPALIVE 5\nTIOCGETD\nTIOCSETD 0\nTCSETS\n"
		if diff := cmp.Diff(log, b.line.log.String()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", protocol, diff)
		}
		if b.during != "        42\n" || len(b.waited) != 3 || b.waited[0] != turn || b.locks.owners != "/var/lock/LCK..ttyS1 10\n" {
			t.Errorf("locked %q, waited %v, owners %q", b.during, b.waited, b.locks.owners)
		}
		b.asBefore(t, protocol)
	}
}

func TestRaw(t *testing.T) {
	v := raw(newLab().line.settings, false)
	if v.Cflag != unix.B2400|unix.CS8|unix.CREAD|unix.HUPCL|unix.CRTSCTS || v.Iflag != unix.IGNBRK|unix.IGNPAR || v.Oflag|v.Lflag != 0 || v.Cc[unix.VMIN] != 1 || v.Cc[0] != 0 {
		t.Errorf("%+v", v)
	}
	speedOf("115200").set(&v)
	if v.Cflag&unix.CBAUD != unix.B115200 {
		t.Errorf("%+v", v)
	}
	if v = raw(v, true); v.Cflag&(unix.CLOCAL|unix.CRTSCTS) != unix.CLOCAL {
		t.Errorf("%+v", v)
	}
}

// With -h the carrier's loss ends it, and -c runs when the line is given back.
func TestHangup(t *testing.T) {
	b := newLab()
	b.line.carrier, b.signal = 2, 99
	if got := b.run("-h", "-c", "echo gone", "ttyS1"); got != (toolstest.Result{}) || b.ran != "echo gone" || len(b.waited) != 3 || b.waited[0] != carrierTurn {
		t.Errorf("%+v, ran %q, waited %v", got, b.ran, b.waited)
	}
	b.asBefore(t, "a hang-up")
	b = newLab()
	if b.run("-c", "echo gone", "ttyS1"); b.ran != "" {
		t.Errorf("a signal ran %q", b.ran)
	}
}

// -d tells the steps; a pseudo-terminal's other end is told with the interface.
func TestDebug(t *testing.T) {
	want := "slattach: tty_open: looking for lock\nslattach: tty_open: trying to open /dev/ptmx\nslattach: tty_open: /dev/ptmx (fd=3)\n" +
		"slattach: tty_open: trying to grantpt and unlockpt\nslattach: tty_open: /dev/ptmx: slave pseudo-terminal is /dev/pts/4\n"
	b := newLab()
	if diff := cmp.Diff(toolstest.Result{Stdout: want + "slattach: tty_set_speed: 0\n"}, b.run("-d", "-p", "tty", "ptmx")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want += "slattach: tty_set_speed: 9600\nslattach: tty_set_databits: 8\nslattach: tty_set_stopbits: 1\nslattach: tty_set_parity: N\n" +
		"cslip started on ptmx ptsname /dev/pts/4 interface sl0\n"
	if diff := cmp.Diff(toolstest.Result{Stdout: want}, newLab().run("-de", "-s", "9600", "ptmx")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A lock of a process that lives stays; that of another is replaced.
func TestLock(t *testing.T) {
	const file = "/var/lock/LCK..ttyS1"
	b := newLab()
	b.locks.files[file] = "        77\n"
	want := toolstest.Result{Stderr: "slattach: /dev/ttyS1 already locked!\n", Status: statusLine}
	if diff := cmp.Diff(want, b.run("-l", "-q", "ttyS1")); diff != "" || b.locks.files[file] == "" || b.line.log.Len() > 0 {
		t.Errorf("%s, %q", diff, b.locks.files)
	}
	for _, text := range []string{"99\n", "abc\n", ""} {
		b := newLab()
		b.locks.files[file] = text
		if got := b.run("-l", "-p", "tty", "ttyS1"); got != (toolstest.Result{}) {
			t.Errorf("%q: %+v", text, got)
		}
		b.asBefore(t, text)
	}
	b = newLab()
	b.locks.refuses = unix.EROFS
	want = toolstest.Result{Stderr: "slattach: tty_lock: (" + file + "): Read-only file system\n", Status: statusLine}
	if diff := cmp.Diff(want, b.run("-l", "ttyS1")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(toolstest.Result{Status: statusLine}, b.run("-q", "-l", "ttyS1")); diff != "" {
		t.Error(diff)
	}
	b = newLab()
	delete(b.locks.files, "/etc/passwd")
	if got := b.run("-l", "ttyS1"); got.Status != 0 || b.locks.owners != "" {
		t.Errorf("without uucp: %+v, %q", got, b.locks.owners)
	}
}
