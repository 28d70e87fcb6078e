package netlab

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

// makeWorld makes the mounts of a lab, in a process that is first in its namespaces.
func makeWorld() error {
	// Nobody but the first process of new namespaces, whatever else may start this
	// binary by such a name or with such a variable: what is mounted here must go
	// with them.
	if os.Getpid() != 1 || os.Getppid() != 0 {
		return errors.New("this process isn't the first in namespaces of its own")
	}
	unix.Umask(0o022) // commands that run as another user reach what is made here
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

func bind(source, target string) error {
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("mount %s over %s: %w", source, target, err)
	}
	return nil
}

// readOnly lets nobody write to what is mounted there. The other flags of a mount have to
// stay in a user namespace; statfs(2) tells them, one of them by a bit of its own.
func readOnly(target string) error {
	const kept, relatime = unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC | unix.MS_NOATIME | unix.MS_NODIRATIME, 0x1000
	var stat unix.Statfs_t
	if err := unix.Statfs(target, &stat); err != nil {
		return fmt.Errorf("statfs %s: %w", target, err)
	}
	flags := uintptr(stat.Flags) & kept
	if stat.Flags&relatime != 0 {
		flags |= unix.MS_RELATIME
	}
	if err := unix.Mount("none", target, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY|flags, ""); err != nil {
		return fmt.Errorf("mount %s read-only: %w", target, err)
	}
	return nil
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
	return os.WriteFile(path, []byte(text), 0o644)
}
