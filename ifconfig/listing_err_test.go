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

// TestInet6Unknown: what nothing tells of is null, not an empty list.
func TestInet6Unknown(t *testing.T) {
	for name, test := range map[string]struct {
		dev, inet6 error
		want       string
	}{
		"both there":    {nil, nil, `"ipv6":[{`},
		"no IPv6":       {nil, unix.ENOENT, `"ipv6":[]`},
		"not for us":    {nil, unix.EACCES, `"ipv6":null`},
		"no /proc":      {unix.ENOENT, unix.ENOENT, `"ipv6":null`},
		"no /proc/net/": {unix.EACCES, unix.ENOENT, `"ipv6":null`},
	} {
		k, f := town()
		s := source(k, f)
		s.Open = func(path string) (io.ReadCloser, error) {
			for p, err := range map[string]error{pathDev: test.dev, pathInet6: test.inet6} {
				if p == path && err != nil {
					return nil, openError(path, err.(unix.Errno))
				}
			}
			return f.open(path)
		}
		one, err := s.Query("eth1", Everything)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range []Listing{one, s.List(true, Everything)} {
			for _, i := range l.Interfaces {
				got := string(AppendJSON(nil, []Interface{i}))
				if i.Name == "eth1" && !strings.Contains(got, test.want) || i.Name == "eth1:0" && !strings.Contains(got, `"ipv6":[]`) {
					t.Errorf("%s: %s", name, got)
				}
			}
		}
	}
}
