package rawcall

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestRead reads what read(2) reads, and says what it says.
func TestRead(t *testing.T) {
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
		n, err := Read(fd, buf)
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
	if n, err := Read(fd, nil); n != 0 || err != nil {
		t.Errorf("nothing: %d, %v", n, err)
	}
	unix.Close(fd) //nolint:errcheck // it was read
	if n, err := Read(-1, buf); n != 0 || err != unix.EBADF {
		t.Errorf("no file: %d, %v", n, err)
	}
}

// TestFolders: a folder's entries and a link of it, by calls that the scheduler
// isn't told of.
func TestFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("socket:[12]", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	fd, err := Open(unix.AT_FDCWD, []byte(dir+"\x00"), unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd) //nolint:errcheck // it was read
	buf := make([]byte, 4096)
	n, err := Entries(fd, buf)
	if err != nil || !bytes.Contains(buf[:n], []byte("link\x00")) {
		t.Errorf("%q, %v", buf[:n], err)
	}
	if n, err = Entries(fd, buf); n != 0 || err != nil {
		t.Errorf("behind the end: %d, %v", n, err)
	}
	if n, err = Readlink(fd, []byte("link\x00"), buf); string(buf[:n]) != "socket:[12]" || err != nil {
		t.Errorf("%q, %v", buf[:n], err)
	}
	if n, err = Readlink(fd, []byte("link\x00"), buf[:6]); string(buf[:n]) != "socket" || err != nil {
		t.Errorf("%q, %v", buf[:n], err)
	}
	if _, err = Readlink(fd, []byte("none\x00"), buf); err != unix.ENOENT {
		t.Error(err)
	}
	if _, err = Open(fd, []byte("none\x00"), 0); err != unix.ENOENT {
		t.Error(err)
	}
	if _, err = Entries(-1, buf); err != unix.EBADF {
		t.Error(err)
	}
}

// TestNamesEnd with a NUL, or nothing is asked.
func TestNamesEnd(t *testing.T) {
	for _, name := range [][]byte{nil, {}, []byte(".")} {
		if _, err := Open(unix.AT_FDCWD, name, 0); err != unix.EINVAL {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := Readlink(unix.AT_FDCWD, name, make([]byte, 10)); err != unix.EINVAL {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := Entries(0, nil); err != unix.EINVAL {
		t.Error(err)
	}
}
