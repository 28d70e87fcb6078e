// Package peak runs a program and tells how much memory it had at most. It is a test
// helper: no tool links it.
package peak

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Run runs a program with these arguments, environment and standard files, and
// returns how it ended and the most memory that was resident, in KiB.
//
// That is VmHWM of proc(5), read in the moment before the program's end, where it
// stops for its tracer. Without a /proc, or where tracing isn't allowed, it is
// ru_maxrss of getrusage(2), which is never less than what this process has itself:
// a child begins in its parent's memory, and exec keeps the figure.
func Run(args, env []string, files ...*os.File) (end syscall.WaitStatus, kib int64, err error) {
	path, err := exec.LookPath(args[0])
	if err != nil {
		return 0, 0, err
	}
	// A process is traced by the thread that has started it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	attr := &syscall.ProcAttr{Env: env, Sys: &syscall.SysProcAttr{Ptrace: true}}
	for _, f := range files {
		attr.Files = append(attr.Files, f.Fd())
	}
	pid, err := syscall.ForkExec(path, args, attr)
	traced := err == nil
	if !traced {
		attr.Sys = nil
		if pid, err = syscall.ForkExec(path, args, attr); err != nil {
			return 0, 0, &os.PathError{Op: "exec", Path: path, Err: err}
		}
	}
	runtime.KeepAlive(files)
	return follow(pid, traced)
}

// follow waits for the end of a process, and looks at it before that if it is traced.
func follow(pid int, traced bool) (end syscall.WaitStatus, kib int64, err error) {
	var usage syscall.Rusage
	began := false
	for {
		if _, err := wait(pid, &end, &usage); err != nil {
			return 0, 0, os.NewSyscallError("wait4", err)
		}
		if !end.Stopped() {
			break
		}
		signal := 0
		switch {
		case !began:
			began = true // by exec
			err = unix.PtraceSetOptions(pid, unix.PTRACE_O_TRACEEXIT|unix.PTRACE_O_EXITKILL)
		case end.TrapCause() == unix.PTRACE_EVENT_EXIT:
			kib = highest(pid)
		default:
			signal = int(end.StopSignal())
		}
		if err == nil {
			err = unix.PtraceCont(pid, signal)
		}
		if err != nil && err != unix.ESRCH { // killed since
			return 0, 0, os.NewSyscallError("ptrace", err)
		}
		err = nil
	}
	if kib == 0 {
		kib = int64(usage.Maxrss) //nolint:unconvert // 32 bits on some
	}
	return end, kib, nil
}

func wait(pid int, end *syscall.WaitStatus, usage *syscall.Rusage) (int, error) {
	for {
		n, err := syscall.Wait4(pid, end, 0, usage)
		if err != syscall.EINTR {
			return n, err
		}
	}
}

// highest is VmHWM of a process, 0 where it can't be read.
func highest(pid int) int64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	return parse(f)
}

// parse reads VmHWM from the lines of proc(5)'s status.
func parse(r io.Reader) int64 {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if text, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kib, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(text), " kB"), 10, 64)
			return kib
		}
	}
	return 0
}
