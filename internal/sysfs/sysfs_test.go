package sysfs

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/sys/unix"
)

// files are attributes by path; "!" fails when it is read.
type files map[string]string

func (f files) open(path string) (io.ReadCloser, error) {
	text, ok := f[path]
	switch {
	case !ok:
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	case text == "!":
		return io.NopCloser(iotest.ErrReader(&fs.PathError{Op: "read", Path: path, Err: unix.EIO})), nil
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (f files) write(path, text string) error {
	if _, ok := f[path]; !ok {
		return &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	if text == "99\n" {
		return &fs.PathError{Op: "write", Path: path, Err: unix.ERANGE}
	}
	f[path] = text
	return nil
}

func newFS() (FS, files) {
	f := files{
		"/sys/class/net/br0/bridge/stp_state": "1\n",
		"/sys/class/net/br0/brif/v0/port_no":  "0x1f\n",
		"/sys/class/net/br0/bridge/odd":       "odd\n",
		"/sys/class/net/br0/bridge/broken":    "!",
		"/sys/class/net/bonding_masters":      "bond0 lag\n",
	}
	return FS{Open: f.open, Write: f.write}, f
}

func TestRead(t *testing.T) {
	s, _ := newFS()
	for attribute, want := range map[string]uint64{"bridge/stp_state": 1, "brif/v0/port_no": 31} {
		if v, err := s.Uint("br0", attribute); v != want || err != nil {
			t.Errorf("%s: %d, %v", attribute, v, err)
		}
	}
	if text, err := s.Read(BondingMasters); text != "bond0 lag" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	for attribute, want := range map[string]string{
		"bridge/odd":    "read /sys/class/net/br0/bridge/odd: not a number",
		"bridge/nosuch": "open /sys/class/net/br0/bridge/nosuch: no such file or directory",
		"bridge/broken": "read /sys/class/net/br0/bridge/broken: input/output error",
	} {
		if _, err := s.Uint("br0", attribute); err == nil || err.Error() != want {
			t.Errorf("%s: %v", attribute, err)
		}
	}
}

func TestWrite(t *testing.T) {
	s, f := newFS()
	if err := s.Set("br0", "bridge/stp_state", "0"); err != nil || f["/sys/class/net/br0/bridge/stp_state"] != "0\n" {
		t.Errorf("%v, %q", err, f)
	}
	err := s.Set("br0", "bridge/stp_state", "99")
	if !errors.Is(err, unix.ERANGE) || Unreachable(err) || !strings.Contains(err.Error(), "/sys/class/net/br0/bridge/stp_state") {
		t.Errorf("a value that is refused: %v", err)
	}
	if err := s.Set("br9", "bridge/stp_state", "1"); !Unreachable(err) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a bridge that isn't there: %v", err)
	}
	if Unreachable(nil) || Unreachable(unix.EPERM) {
		t.Error("neither is a file")
	}
}

// A name that no device can have doesn't lead out of the folder.
func TestNamesOfNothing(t *testing.T) {
	for _, name := range []string{"", ".", "..", "../br0", "br0/", "a/b"} {
		if got := Path(name, "bridge/stp_state"); got != "/sys/class/net/ /bridge/stp_state" {
			t.Errorf("%q is at %s", name, got)
		}
	}
}
