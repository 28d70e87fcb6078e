package reliability

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"classicnet/internal/netlab"
	"classicnet/internal/peak"
)

// peakVar tells the test binary that it is to measure a command.
const peakVar = "CLASSICNET_PEAK"

// peakOf runs the command in os.Args and prints the memory that it had at most,
// in KiB, as the last line of stderr.
func peakOf(string) int {
	end, kib, err := peak.Run(os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 99
	}
	fmt.Fprintln(os.Stderr, kib)
	return end.ExitStatus()
}

// measure runs a command and returns the memory that it had at most, in KiB. Where
// the lab's /proc is a prepared one it is no less than this process's own.
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
