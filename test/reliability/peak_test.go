package reliability

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"classicnet/internal/netlab"
)

// peakVar tells the test binary that it is to measure a command.
const peakVar = "CLASSICNET_PEAK"

// peak runs the command in os.Args and prints the memory that it had at most,
// in KiB, as the last line of stderr.
func peak(string) int {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		fmt.Fprintln(os.Stderr, err)
		return 99
	}
	fmt.Fprintln(os.Stderr, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	return cmd.ProcessState.ExitCode()
}

// measure runs a command and returns the memory that it had at most, in KiB.
func measure(t *testing.T, lab *netlab.Lab, args ...string) (netlab.Result, int) {
	t.Helper()
	got := lab.Do(netlab.Command{Args: append([]string{self(t)}, args...), Env: []string{peakVar + "=1"}})
	text := strings.TrimSuffix(got.Stderr, "\n")
	said, last := "", text
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		said, last = text[:i+1], text[i+1:]
	}
	kib, err := strconv.Atoi(last)
	if err != nil {
		t.Fatalf("%v\n%s", err, got.Stderr)
	}
	got.Stderr = said
	return got, kib
}
