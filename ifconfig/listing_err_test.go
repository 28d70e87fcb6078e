package ifconfig

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/procnet"
)

// TestListingErr: all that a listing lacks is in one error, and a whole one has none.
func TestListingErr(t *testing.T) {
	k, f := town()
	if err := source(k, f).List(true, Everything).Err(); err != nil {
		t.Errorf("a whole listing: %v", err)
	}
	delete(f, pathInet6)
	if err := source(k, f).List(true, Everything).Err(); err != nil {
		t.Errorf("without IPv6: %v", err)
	}
	k.Fail("SIOCGIFCONF", unix.EPERM)
	k.Fail("SIOCGIFFLAGS eth10", unix.EACCES)
	f[pathDev] += "short: 1\n"
	s := source(k, f)
	s.Open = func(path string) (io.ReadCloser, error) {
		if path == pathInet6 {
			return nil, &fs.PathError{Op: "open", Path: path, Err: unix.EMFILE}
		}
		return f.open(path)
	}
	err := s.List(true, Everything).Err()
	var refusal Refusal
	var line *procnet.LineError
	if !errors.Is(err, unix.EPERM) || !errors.Is(err, unix.EMFILE) || !errors.As(err, &refusal) || refusal.Name != "eth10" || !errors.As(err, &line) || line.File != pathDev {
		t.Fatalf("%v", err)
	}
	if want := "eth10: SIOCGIFFLAGS eth10: Permission denied"; refusal.Error() != want || strings.Count(err.Error(), "\n") < 3 {
		t.Errorf("%v", err)
	}
}

// TestInet6Err: what stands before a read error of the file counts.
func TestInet6Err(t *testing.T) {
	k, f := town()
	s := source(k, f)
	s.Open = func(path string) (io.ReadCloser, error) {
		if path == pathInet6 {
			return breaking{strings.NewReader(f[path])}, nil
		}
		return f.open(path)
	}
	if l := s.List(true, LongFormat); !errors.Is(l.Inet6Err, unix.EIO) || !errors.Is(l.Err(), unix.EIO) || len(l.Interfaces[1].Inet6) == 0 {
		t.Errorf("%v, %+v", l.Inet6Err, l.Interfaces[1])
	}
}
