package slattach

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/host"
	"classicnet/ioctl"
)

// System is the Env of a real command.
func System() *Env {
	s := new(signals)
	return &Env{Env: host.Env(), OpenLine: s.openLine, Locks: lockFiles{}, Wait: s.wait, Command: shell}
}

// signals are those that end the command. They are caught as soon as there is
// something to put back.
type signals struct{ came chan os.Signal }

func (s *signals) openLine(path string) (Line, error) {
	if path == stdin {
		s.catch()
		return ioctl.TTYDescriptor(0), nil
	}
	t, err := ioctl.OpenTTY(path)
	if err != nil {
		return nil, err
	}
	s.catch() // the runtime opens descriptors for it, and -d shows the line's number
	return t, nil
}

func (s *signals) catch() {
	s.came = make(chan os.Signal, 1)
	signal.Notify(s.came, unix.SIGHUP, unix.SIGINT, unix.SIGQUIT, unix.SIGTERM)
}

func (s *signals) wait(d time.Duration) bool {
	passed := make(chan struct{})
	timer := time.AfterFunc(d, func() { close(passed) }) // a time.Timer with a channel brings the texts of times in
	defer timer.Stop()
	select {
	case <-s.came:
		return true
	case <-passed:
		return false
	}
}

// lockFiles are the locks of the machine.
type lockFiles struct{}

func (lockFiles) Create(path, text string) error {
	fd, err := unix.Open(path, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o644)
	if err != nil {
		return err
	}
	n, err := unix.Write(fd, []byte(text))
	if err == nil && n < len(text) {
		err = unix.ENOSPC
	}
	unix.Close(fd) //nolint:errcheck // the file is on a memory file system, or the machine's own
	if err != nil {
		unix.Unlink(path) //nolint:errcheck // the other error counts
	}
	return err
}

func (lockFiles) Remove(path string) error        { return unix.Unlink(path) }
func (lockFiles) Own() int                        { return os.Getpid() }
func (lockFiles) Give(path string, uid int) error { return unix.Lchown(path, uid, -1) }

// Alive asks by a signal that isn't sent. Who may not send it knows that there is
// somebody.
func (lockFiles) Alive(pid int) bool { return unix.Kill(pid, 0) != unix.ESRCH }

// shell runs a command as system(3) does and waits for its end.
func shell(text string) {
	pid, err := syscall.ForkExec("/bin/sh", []string{"sh", "-c", text}, &syscall.ProcAttr{Env: os.Environ(), Files: []uintptr{0, 1, 2}})
	for err == nil {
		if _, err = unix.Wait4(pid, nil, 0, nil); err != unix.EINTR {
			return
		}
		err = nil
	}
}
