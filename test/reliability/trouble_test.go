package reliability

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// trouble is what a command is started in.
type trouble struct {
	Deny []denial
	// NoArgs starts the command without any argv, its own name included.
	NoArgs bool
	// NonBlocking makes its stdout answer EAGAIN where it would wait.
	NonBlocking bool
}

// denial is a system call that the kernel refuses, by a seccomp filter.
type denial struct {
	Call int
	// Arg, if Match is set, is what its argument number At has to be.
	Match   bool
	At, Arg uint32
	// Errno is the answer. 0 is success, without anything being done: what some
	// sandboxes answer to requests that they don't know. With Kill the process
	// is killed instead.
	Errno unix.Errno
	Kill  bool
}

// refuse is the denial of an ioctl request.
func refuse(request uint32, errno unix.Errno) denial {
	return denial{Call: unix.SYS_IOCTL, Match: true, At: 1, Arg: request, Errno: errno}
}

// troubleVar tells the test binary that it is to start a command in trouble.
const troubleVar = "CLASSICNET_TROUBLE"

// runIn runs a command in trouble.
func runIn(t *testing.T, lab *netlab.Lab, tr trouble, args ...string) netlab.Result {
	t.Helper()
	text, err := json.Marshal(tr)
	if err != nil {
		t.Fatal(err)
	}
	return lab.Do(netlab.Command{
		Args: append([]string{self(t)}, args...),
		Env:  []string{troubleVar + "=" + string(text)},
	})
}

// intoTrouble becomes the command in os.Args, in trouble. It returns when that
// fails, with a status that no tool has.
func intoTrouble(text string) int {
	const failed = 99
	err := func() error {
		var tr trouble
		if err := json.Unmarshal([]byte(text), &tr); err != nil {
			return err
		}
		path, err := exec.LookPath(os.Args[1])
		if err != nil {
			return err
		}
		os.Unsetenv(troubleVar)
		args := os.Args[1:]
		if tr.NoArgs {
			args = nil
		}
		if tr.NonBlocking {
			if err := unix.SetNonblock(1, true); err != nil {
				return err
			}
		}
		runtime.LockOSThread() // the filter is this thread's, and execve must be
		if err := filter(tr.Deny); err != nil {
			return fmt.Errorf("seccomp: %w", err)
		}
		return syscall.Exec(path, args, os.Environ())
	}()
	fmt.Fprintln(os.Stderr, "into trouble:", err)
	return failed
}

// filter makes the kernel refuse these system calls of this thread.
func filter(deny []denial) error {
	if len(deny) == 0 {
		return nil
	}
	var code []unix.SockFilter
	for _, d := range deny {
		code = append(code, d.code()...)
	}
	code = append(code, unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW})
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	prog := &unix.SockFprog{Len: uint16(len(code)), Filter: &code[0]}
	// prctl takes the address as a number; reflect gives it without unsafe.
	return unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, reflect.ValueOf(prog).Pointer(), 0, 0)
}

// code answers if call and argument are those meant, else goes on behind.
func (d denial) code() []unix.SockFilter {
	const load, jumpUnless = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
	answer := unix.SECCOMP_RET_ERRNO | uint32(d.Errno)
	if d.Kill {
		answer = unix.SECCOMP_RET_KILL_PROCESS
	}
	code := []unix.SockFilter{{Code: unix.BPF_RET | unix.BPF_K, K: answer}}
	if d.Match {
		code = append([]unix.SockFilter{
			{Code: load, K: argOffset(d.At)},
			{Code: jumpUnless, K: d.Arg, Jf: uint8(len(code))},
		}, code...)
	}
	return append([]unix.SockFilter{
		{Code: load, K: 0}, // the number of the system call
		{Code: jumpUnless, K: uint32(d.Call), Jf: uint8(len(code))},
	}, code...)
}

// argOffset is where the low half of an argument is in struct seccomp_data.
func argOffset(n uint32) uint32 {
	offset := 16 + 8*n
	if binary.NativeEndian.Uint16([]byte{0, 1}) == 1 {
		offset += 4
	}
	return offset
}

// needTrouble skips a test where the tools aren't of the test's own
// architecture, whose system calls have other numbers, or can't be filtered.
func needTrouble(t *testing.T) {
	t.Helper()
	if os.Getenv("CLASSICNET_GOARCH") != "" || os.Getenv("CLASSICNET_EXEC") != "" {
		t.Skip("needs tools of this architecture")
	}
}
