package ifupdown

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// processes runs commands as processes. It is the little that they need of
// os/exec, which alone would make the one file 160 KB larger. The pipes are bare
// descriptors: those of package os come with two more, for which there may be no
// room.
type processes struct{}

func (processes) Run(i Invocation) error {
	s := streams{input: -1, output: -1}
	defer s.close()
	descriptors, err := s.connect(i)
	pid := 0
	if err == nil {
		pid, err = syscall.ForkExec(lookPath(i.Args[0]), i.Args, &syscall.ProcAttr{Dir: i.Dir, Env: i.Env, Files: descriptors[:]})
	}
	for fd, own := range descriptors {
		if int(own) != fd {
			unix.Close(int(own)) //nolint:errcheck // the command has it
		}
	}
	if err != nil {
		return &fs.PathError{Op: "start", Path: i.Args[0], Err: err}
	}
	return endedBy(pid, i.Timeout, &s)
}

// endedBy is ended for a process that is killed when its time is over.
func endedBy(pid int, timeout time.Duration, s *streams) error {
	if timeout == 0 {
		return s.ended(pid)
	}
	var late atomic.Bool
	timer := time.AfterFunc(timeout, func() {
		late.Store(true)
		unix.Kill(pid, unix.SIGKILL)
	})
	defer timer.Stop()
	err := s.ended(pid)
	if err != nil && late.Load() {
		return errors.New("killed after " + timeout.String())
	}
	return err
}

// streams are our ends of a command's pipes, -1 for none, with what is to be
// written and who takes what is read.
type streams struct {
	input, output int
	text          []byte
	to            io.Writer
}

// connect makes the pipes and returns the command's standard streams: ours, where
// it has no others.
func (s *streams) connect(i Invocation) (own [3]uintptr, err error) {
	own = [3]uintptr{0, 1, 2}
	if i.Stdin != nil {
		if s.text, err = io.ReadAll(i.Stdin); err != nil {
			return own, err
		}
		theirs, ours, err := pipe(0)
		if err != nil {
			return own, err
		}
		own[0], s.input = uintptr(theirs), ours
	}
	if i.Stdout != nil {
		theirs, ours, err := pipe(1)
		if err != nil {
			return own, err
		}
		own[1], s.output, s.to = uintptr(theirs), ours, i.Stdout
	}
	return own, nil
}

// pipe returns the end of a pipe that is the command's stream number end, and
// ours, which never waits.
func pipe(end int) (theirs, ours int, err error) {
	var fds [2]int
	if err := unix.Pipe2(fds[:], unix.O_CLOEXEC); err != nil {
		return 0, 0, err
	}
	theirs, ours = fds[end], fds[1-end]
	return theirs, ours, unix.SetNonblock(ours, true)
}

// look is how often, in milliseconds, it is looked whether a command has ended
// that has left its output to somebody else.
const look = 20

// ended carries the streams until the command ends. What it leaves running may keep
// the output open: that isn't waited for. That it doesn't read all it is given is
// its own affair.
func (s *streams) ended(pid int) error {
	for s.input >= 0 || s.output >= 0 {
		s.carry()
		if status, done, err := wait4(pid, unix.WNOHANG); err != nil || done {
			s.pass()
			return ending(status, err)
		}
	}
	status, _, err := wait4(pid, 0)
	return ending(status, err)
}

// carry waits a moment for a pipe to be ready, and writes or reads what goes.
func (s *streams) carry() {
	polled := [...]unix.PollFd{{Fd: int32(s.input), Events: unix.POLLOUT}, {Fd: int32(s.output), Events: unix.POLLIN}}
	if n, err := unix.Poll(polled[:], look); err != nil || n == 0 {
		return
	}
	if polled[0].Revents != 0 {
		n, err := unix.Write(s.input, s.text)
		if n > 0 {
			s.text = s.text[n:]
		}
		if len(s.text) == 0 || err != nil && err != unix.EAGAIN && err != unix.EINTR {
			closeEnd(&s.input)
		}
	}
	if polled[1].Revents != 0 {
		s.pass()
	}
}

// pass hands on what there is to read, one pipe of it at most.
func (s *streams) pass() {
	var buffer [4096]byte
	for range 16 {
		if s.output < 0 {
			return
		}
		n, err := unix.Read(s.output, buffer[:])
		switch {
		case n > 0:
			s.to.Write(buffer[:n]) //nolint:errcheck // what isn't taken isn't wanted
		case err == unix.EINTR:
		case err == unix.EAGAIN:
			return
		default:
			closeEnd(&s.output)
		}
	}
}

func closeEnd(fd *int) {
	if *fd >= 0 {
		unix.Close(*fd) //nolint:errcheck // nothing is lost with a pipe
	}
	*fd = -1
}

func (s *streams) close() {
	closeEnd(&s.input)
	closeEnd(&s.output)
}

// wait4 waits for a process, or looks whether it has ended.
func wait4(pid, options int) (status unix.WaitStatus, done bool, err error) {
	for {
		n, err := unix.Wait4(pid, &status, options, nil)
		if err != unix.EINTR {
			return status, n == pid, err
		}
	}
}

// ending is how a process ended: nil for status 0.
func ending(status unix.WaitStatus, err error) error {
	switch {
	case err != nil:
		return err
	case status.Signaled():
		return errors.New("signal: " + status.Signal().String())
	case status.ExitStatus() != 0:
		return errors.New("exit status " + strconv.Itoa(status.ExitStatus()))
	}
	return nil
}
