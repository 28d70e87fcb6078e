package netlab

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// namespaces are the attributes of a process that is first in new namespaces.
// In a user namespace it is root there, and its user is the only one.
func namespaces(user bool) *syscall.SysProcAttr {
	a := &syscall.SysProcAttr{
		Cloneflags: unix.CLONE_NEWNET | unix.CLONE_NEWNS | unix.CLONE_NEWPID,
	}
	if user {
		a.Cloneflags |= unix.CLONE_NEWUSER
		a.UidMappings = []syscall.SysProcIDMap{{HostID: os.Geteuid(), Size: 1}}
		a.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getegid(), Size: 1}}
	}
	return a
}

// defaultEtc makes every name look-up in a lab one in these files alone.
func defaultEtc() map[string]string {
	return map[string]string{
		"nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\nnetworks: files\n" +
			"protocols: files\nservices: files\nethers: files\n",
		"hosts":       "127.0.0.1\tlocalhost\n",
		"networks":    "loopback\t127.0.0.0\n",
		"resolv.conf": "",
		"host.conf":   "multi on\n",
	}
}

// makeWorld makes the mounts of a lab, in a process that is first in its namespaces.
func makeWorld() error {
	for _, m := range []struct {
		source, target, kind string
		flags                uintptr
	}{
		{"none", "/", "", unix.MS_REC | unix.MS_PRIVATE},
		{"proc", "/proc", "proc", unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC},
		{"none", labFolder(), "tmpfs", 0},
	} {
		if err := unix.Mount(m.source, m.target, m.kind, m.flags, ""); err != nil {
			return fmt.Errorf("mount %s: %w", m.target, err)
		}
	}
	if err := os.Mkdir(workFolder(), 0o755); err != nil {
		return err
	}
	if err := ownEtc(); err != nil {
		return err
	}
	return putEtc(defaultEtc())
}

// ownEtc makes /etc a folder of the lab's own whose entries point to the
// machine's, so that single files can be replaced, added and taken away.
func ownEtc() error {
	machine, own := filepath.Join(labFolder(), "etc-machine"), filepath.Join(labFolder(), "etc")
	entries, err := os.ReadDir("/etc")
	if err != nil {
		return err
	}
	for _, d := range []string{machine, own} {
		if err := os.Mkdir(d, 0o755); err != nil {
			return err
		}
	}
	for _, e := range entries {
		// a link keeps its text: it may be relative to /etc
		to, err := os.Readlink(filepath.Join("/etc", e.Name()))
		if err != nil {
			to = filepath.Join(machine, e.Name())
		}
		if err := os.Symlink(to, filepath.Join(own, e.Name())); err != nil {
			return err
		}
	}
	if err := bind("/etc", machine); err != nil {
		return err
	}
	return bind(own, "/etc")
}

func bind(source, target string) error {
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("mount %s over %s: %w", source, target, err)
	}
	return nil
}

// putEtc replaces files of /etc.
func putEtc(files map[string]string) error {
	for name, text := range files {
		if err := removeEtc(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if err := writeFile(filepath.Join("/etc", name), text); err != nil {
			return err
		}
	}
	return nil
}

// removeEtc removes what the lab's own /etc has by this name: a file or a link
// to the machine's. Only in there: what is in a folder of it is the machine's.
func removeEtc(name string) error {
	if name == "" || strings.ContainsRune(name, '/') {
		return fmt.Errorf("%q is no name in /etc itself", name)
	}
	return os.Remove(filepath.Join("/etc", name))
}

// putProc mounts a folder with these files over /proc.
func putProc(files map[string]string) error {
	dir, err := os.MkdirTemp(labFolder(), "proc")
	if err != nil {
		return err
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	for name, text := range files {
		if err := writeFile(filepath.Join(dir, name), text); err != nil {
			return err
		}
	}
	return bind(dir, "/proc")
}

// writeFile writes a file that every user can read, and the folders above it.
func writeFile(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return err
	}
	return os.Chmod(path, 0o644) // whatever the umask is
}
