package ioctl

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestReadNow reads what read(2) reads, and says what it says.
func TestReadNow(t *testing.T) {
	want := bytes.Repeat([]byte("0123456789"), 1000)
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, want, 0o644); err != nil {
		t.Fatal(err)
	}
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []byte
	buf := make([]byte, 999)
	for {
		n, err := ReadNow(fd, buf)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			break
		}
		got = append(got, buf[:n]...)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%d bytes instead of %d", len(got), len(want))
	}
	if n, err := ReadNow(fd, nil); n != 0 || err != nil {
		t.Errorf("nothing: %d, %v", n, err)
	}
	unix.Close(fd) //nolint:errcheck // it was read
	if n, err := ReadNow(-1, buf); n != 0 || err != unix.EBADF {
		t.Errorf("no file: %d, %v", n, err)
	}
}
