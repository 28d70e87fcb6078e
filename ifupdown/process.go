package ifupdown

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// processes runs commands as processes. It is the little that they need of
// os/exec, which alone would make the one file 160 KB larger.
type processes struct{}

func (processes) Run(i Invocation) error {
	var s streams
	err := s.connect(i)
	pid := 0
	if err == nil {
		pid, err = syscall.ForkExec(lookPath(i.Args[0]), i.Args, &syscall.ProcAttr{Dir: i.Dir, Env: i.Env, Files: s.descriptors()})
	}
	s.closeOwn()
	if err != nil {
		err = &fs.PathError{Op: "start", Path: i.Args[0], Err: err}
	} else {
		err = endedBy(pid, i.Timeout)
	}
	s.carriers.Wait()
	return err
}

// endedBy is ended for a process that is killed when its time is over.
func endedBy(pid int, timeout time.Duration) error {
	if timeout == 0 {
		return ended(pid)
	}
	var late atomic.Bool
	timer := time.AfterFunc(timeout, func() {
		late.Store(true)
		unix.Kill(pid, unix.SIGKILL)
	})
	defer timer.Stop()
	err := ended(pid)
	if err != nil && late.Load() {
		return errors.New("killed after " + timeout.String())
	}
	return err
}

// ended waits for a process and returns how it ended: nil for status 0.
func ended(pid int) error {
	var status unix.WaitStatus
	for {
		_, err := unix.Wait4(pid, &status, 0, nil)
		if err == nil {
			break
		}
		if err != unix.EINTR {
			return err
		}
	}
	switch {
	case status.Signaled():
		return errors.New("signal: " + status.Signal().String())
	case status.ExitStatus() != 0:
		return errors.New("exit status " + strconv.Itoa(status.ExitStatus()))
	}
	return nil
}

// streams are the standard streams of a command: ours, or pipes whose other
// ends are carried from and to where its Invocation says.
type streams struct {
	own      [3]*os.File // the command's end of a pipe; nil for our stream
	carriers sync.WaitGroup
}

func (s *streams) connect(i Invocation) error {
	if i.Stdin != nil {
		read, write, err := os.Pipe()
		if err != nil {
			return err
		}
		s.own[0] = read
		s.carry(write, i.Stdin, write)
	}
	if i.Stdout != nil {
		read, write, err := os.Pipe()
		if err != nil {
			return err
		}
		s.own[1] = write
		s.carry(i.Stdout, read, read)
	}
	return nil
}

// carry copies until either side ends, and closes our end then. That a command
// doesn't read all it is given is its own affair.
func (s *streams) carry(to io.Writer, from io.Reader, end io.Closer) {
	s.carriers.Go(func() {
		defer end.Close()
		for err := error(nil); err == nil; {
			err = pass(to, from)
		}
	})
}

// pass copies what one reading gives. io.Copy knows shorter ways between files,
// and has 60 KB of them.
func pass(to io.Writer, from io.Reader) error {
	var buffer [4096]byte
	n, err := from.Read(buffer[:])
	if _, failed := to.Write(buffer[:n]); failed != nil {
		return failed
	}
	return err
}

func (s *streams) descriptors() []uintptr {
	list := []uintptr{0, 1, 2}
	for i, file := range s.own {
		if file != nil {
			list[i] = file.Fd()
		}
	}
	return list
}

// closeOwn closes what the command has by now.
func (s *streams) closeOwn() {
	for _, file := range s.own {
		if file != nil {
			file.Close()
		}
	}
}
