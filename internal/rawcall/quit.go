package rawcall

import (
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// sigaction has room for the kernel's struct sigaction of any processor.
type sigaction [16]uintptr

// QuietQuit lets SIGQUIT end the process as it ends others, or not at all, in place
// of the Go runtime's handler, which prints the stacks of all goroutines. The
// runtime doesn't tell whether the signal was ignored before; what starts a
// command in the background ignores SIGINT and SIGQUIT together, and SIGINT is as
// it was, so that decides. It is for the main function of a command; what fails
// leaves things as they are.
func QuietQuit() {
	var interrupt sigaction
	size := uintptr(8)
	if isMIPS() {
		size = 16
	}
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(unix.SIGINT), 0, uintptr(unsafe.Pointer(&interrupt)), size, 0, 0)
	if errno != 0 {
		return
	}
	quit := sigaction{} // SIG_DFL
	if interrupt.handler() == sigIgn {
		quit = interrupt
	}
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(unix.SIGQUIT), uintptr(unsafe.Pointer(&quit)), 0, size, 0, 0)
}

// sigIgn is SIG_IGN of <signal.h>.
const sigIgn = 1

// handler is what the struct begins with, on MIPS behind the flags.
func (s *sigaction) handler() uintptr {
	if isMIPS() {
		return s[1]
	}
	return s[0]
}

func isMIPS() bool { return strings.HasPrefix(runtime.GOARCH, "mips") }
