package ioctl

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/internal/netlab"
)

// longestErrno is beyond the largest number of every architecture (mips: 1133).
const longestErrno = 1200

// Every errno that has a name in C has a text of its own, which looks like one:
// upper case first, no period. Some that no request gives have none: two of
// mips, one of mips and powerpc, and one that glibc doesn't know.
func TestEveryErrnoHasAText(t *testing.T) {
	none := []string{"", "EINIT", "EREMDEV", "EDEADLOCK", "EFTYPE"}
	seen := map[string]unix.Errno{}
	for n := unix.Errno(1); n < longestErrno; n++ {
		text := Strerror(n)
		if unknown := strings.HasPrefix(text, "Unknown error "); unknown != slices.Contains(none, unix.ErrnoName(n)) {
			t.Errorf("%d %s: %q", n, unix.ErrnoName(n), text)
		}
		if other, twice := seen[text]; twice {
			t.Errorf("%d and %d are both %q", other, n, text)
		}
		seen[text] = n
		if first := text[:1]; first != strings.ToUpper(first) && !strings.HasPrefix(text, ".lib") || strings.HasSuffix(text, ".") {
			t.Errorf("%d: %q", n, text)
		}
	}
}

func TestNumbersWithoutAText(t *testing.T) {
	for errno, want := range map[unix.Errno]string{
		0: "Success", longestErrno: "Unknown error 1200", 4095: "Unknown error 4095", 1<<31 - 1: "Unknown error 2147483647", 1<<32 - 1: "Unknown error -1",
	} {
		equal(t, want, Strerror(errno))
	}
}

// TestTextsOfTheCLibrary compares all texts with those of this machine's C
// library, through Python.
func TestTextsOfTheCLibrary(t *testing.T) {
	netlab.Need(t, "python3")
	const script = "import os, sys\nfor n in range(%d): print(os.strerror(n))"
	cmd := exec.Command("python3", "-c", fmt.Sprintf(script, longestErrno))
	cmd.Env = []string{"LC_ALL=C", "PATH=/usr/bin:/bin"}
	out := must(cmd.Output())(t)
	texts := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if !bytes.Contains(out, []byte("No such device\n")) || len(texts) != longestErrno {
		t.Fatalf("%d texts", len(texts))
	}
	if texts[longestErrno-1] != "Unknown error "+strconv.Itoa(longestErrno-1) {
		t.Skip("not glibc, which our texts are of: " + texts[longestErrno-1])
	}
	for n, want := range texts {
		equal(t, want, Strerror(unix.Errno(n)))
	}
}

// An error says what was asked of what, and is found by its errno however it is
// wrapped.
func TestErrorTexts(t *testing.T) {
	for _, e := range []struct {
		err  *Error
		want string
	}{
		{&Error{"SIOCSIFADDR", "eth1:0", unix.ENODEV}, "SIOCSIFADDR eth1:0: No such device"},
		{&Error{"SIOCGIFCONF", "", unix.EPERM}, "SIOCGIFCONF: Operation not permitted"},
		{&Error{"socket", "", unix.EAFNOSUPPORT}, "socket: Address family not supported by protocol"},
		{&Error{"close", "", unix.EIO}, "close: Input/output error"},
		{&Error{"SIOCGIFMTU", "x\x1b[31m%d", unix.EINVAL}, "SIOCGIFMTU x\x1b[31m%d: Invalid argument"},
		{&Error{"SIOCGIFMTU", "lo", 4095}, "SIOCGIFMTU lo: Unknown error 4095"},
		{&Error{"SIOCGIFMTU", "lo", 0}, "SIOCGIFMTU lo: Success"},
	} {
		equal(t, e.want, e.err.Error())
		wrapped := fmt.Errorf("listing: %w", errors.Join(errors.New("odd"), e.err))
		var found *Error
		if !errors.Is(wrapped, e.err.Err) || !errors.As(wrapped, &found) || found != e.err {
			t.Errorf("%v isn't found in %v", e.err, wrapped)
		}
		if errors.Is(wrapped, unix.EEXIST) {
			t.Errorf("%v is EEXIST", e.err)
		}
	}
}

// What is no errno can't come from a system call; it is one all the same.
func TestFailureOfSomethingElse(t *testing.T) {
	for _, err := range []error{errors.New("odd"), fmt.Errorf("wrapped: %w", unix.ENODEV)} {
		refused(t, failure("SIOCGIFMTU", "lo", err), "SIOCGIFMTU", "lo", unix.EIO)
	}
	refused(t, failure("SIOCGIFMTU", "lo", unix.ENODEV), "SIOCGIFMTU", "lo", unix.ENODEV)
}
