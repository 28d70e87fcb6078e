package multicall

import (
	"strconv"

	"golang.org/x/sys/unix"
)

// copyFile puts a copy of a file at a path, whole or not at all: a file that is
// there stays until the new one is ready.
func copyFile(from, to string) error {
	source, err := unix.Open(from, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return failed(from, err)
	}
	defer unix.Close(source)
	part := to + "." + strconv.Itoa(unix.Getpid())
	err = writeCopy(source, part)
	if err == nil {
		err = unix.Rename(part, to)
	}
	if err != nil {
		unix.Unlink(part) //nolint:errcheck // what went wrong before is told
	}
	return failed(to, err)
}

func writeCopy(source int, path string) error {
	target, err := unix.Open(path, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o755)
	if err != nil {
		return err
	}
	err = pour(source, target)
	if err == nil {
		err = unix.Fchmod(target, 0o755) // whatever the umask is
	}
	if err == nil {
		err = unix.Fsync(target)
	}
	if e := unix.Close(target); err == nil {
		err = e
	}
	return err
}

func pour(source, target int) error {
	buffer := make([]byte, 64<<10)
	for {
		n, err := unix.Read(source, buffer)
		if n == 0 || err != nil {
			return err
		}
		for b := buffer[:n]; len(b) > 0; {
			n, err := unix.Write(target, b)
			if err != nil {
				return err
			}
			b = b[n:]
		}
	}
}
