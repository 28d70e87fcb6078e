package ioctl

import (
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A pseudo-terminal has all that doesn't need a kernel with SLIP.
func TestTTY(t *testing.T) {
	line, err := OpenTTY("/dev/ptmx")
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	defer line.Close() //nolint:errcheck // closed below
	slave := must(line.Slave())(t)
	if !strings.HasPrefix(slave, "/dev/pts/") {
		t.Errorf("slave %q", slave)
	}
	was := must(line.Settings())(t)
	raw := was
	raw.Lflag, raw.Iflag = 0, unix.IGNBRK
	ok(t, line.SetSettings(raw))
	equal(t, raw, must(line.Settings())(t))
	equal(t, DisciplineTTY, must(line.Discipline())(t))
	ok(t, line.SetDiscipline(DisciplineTTY))
	refused(t, line.SetDiscipline(29), "TIOCSETD", "", unix.EINVAL)
	if line.Descriptor() < 3 {
		t.Errorf("descriptor %d", line.Descriptor())
	}
	ok(t, line.Close())
	_, err = line.Settings()
	refused(t, err, "TCGETS", "", unix.EBADF)
}

// Each request has its name, and the errno of what is no terminal.
func TestTTYRefusals(t *testing.T) {
	_, err := OpenTTY("/dev/nosuch")
	refused(t, err, "open", "/dev/nosuch", unix.ENOENT)
	line := must(OpenTTY("/dev/null"))(t)
	defer line.Close() //nolint:errcheck // nothing was written
	for name, err := range map[string]error{
		"TCGETS":         second(line.Settings()),
		"TCSETS":         line.SetSettings(unix.Termios{}),
		"TIOCGETD":       second(line.Discipline()),
		"TIOCSETD":       line.SetDiscipline(DisciplineSLIP),
		"SIOCSIFENCAP":   line.SetEncapsulation(1),
		"SIOCSKEEPALIVE": line.SetKeepalive(1),
		"SIOCSOUTFILL":   line.SetOutfill(1),
		"SIOCGIFNAME":    second(line.Interface()),
		"TIOCMGET":       second(line.Carrier()),
		"TIOCSPTLCK":     second(line.Slave()),
	} {
		refused(t, err, name, "", unix.ENOTTY)
	}
	refused(t, TTYDescriptor(-1).SetMode(0o600), "fchmod", "", unix.EBADF)
}

func second[T any](_ T, err error) error { return err }
