package dns

import (
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"
)

// With too few descriptors nothing is asked, and the error says why.
func TestFewDescriptors(t *testing.T) {
	var old unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &old); err != nil {
		t.Fatal(err)
	}
	defer unix.Setrlimit(unix.RLIMIT_NOFILE, &old) //nolint:errcheck // back to what it was
	none := old
	none.Cur = 3
	if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &none); err != nil {
		t.Fatal(err)
	}
	d := New(noFiles)
	if _, err := d.LookupName(nil, netip.MustParseAddr("192.0.2.1")); !errors.Is(err, unix.EMFILE) {
		t.Errorf("name: %v", err)
	}
	if _, err := d.LookupIP(nil, "x.invalid", false); !errors.Is(err, unix.EMFILE) {
		t.Errorf("address: %v", err)
	}
}

// What was tried is given back.
func TestPollerIsTriedForFree(t *testing.T) {
	next := func() int {
		fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
		if err != nil {
			t.Fatal(err)
		}
		unix.Close(fd)
		return fd
	}
	before := next()
	if err := tryPoller(); err != nil {
		t.Fatal(err)
	}
	if after := next(); after != before {
		t.Errorf("descriptor %d was free, now %d is", before, after)
	}
}
