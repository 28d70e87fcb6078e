package ifconfig

import (
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// TestUnspecIsStandardInput: the word unspec has no socket, its requests go to
// whatever standard input is.
func TestUnspecIsStandardInput(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	saved, err := unix.Dup(0)
	if err != nil {
		t.Skip("no standard input: ", err)
	}
	defer unix.Close(saved)
	if err := unix.Dup3(int(null.Fd()), 0, 0); err != nil {
		t.Fatal(err)
	}
	defer unix.Dup3(saved, 0, 0)

	k, err := dial(unix.AF_UNSPEC)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = k.Flags("lo"); !errors.Is(err, unix.ENOTTY) {
		t.Errorf("a request on /dev/null: %v", err)
	}
	if err := k.Close(); err != nil {
		t.Error(err)
	}
	if _, err := unix.FcntlInt(0, unix.F_GETFD, 0); err != nil {
		t.Errorf("standard input is closed: %v", err)
	}
}
