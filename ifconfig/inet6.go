package ifconfig

import (
	"errors"
	"io/fs"

	"classicnet/internal/host"
	"classicnet/procnet"
)

// inet6Addrs are the lines of /proc/net/if_inet6: all by interface, or those of
// one, which has no need of a map: its first touch of a page costs a start as
// much as some system calls.
type inet6Addrs struct {
	only    string
	unknown bool                // nothing tells of them
	addrs   []procnet.Inet6Addr // of the interface only
	byName  map[string][]procnet.Inet6Addr
}

func (a *inet6Addrs) add(row *procnet.Inet6Addr) {
	switch {
	case a.only == row.Name:
		a.addrs = append(a.addrs, *row)
	case a.only == "":
		a.byName[row.Name] = append(a.byName[row.Name], *row)
	}
}

func (a *inet6Addrs) of(name string) []procnet.Inet6Addr {
	if a.only != "" {
		return a.addrs
	}
	return a.byName[name]
}

// read reads the file once: for all interfaces, or for the interface only.
// Where it is missing the kernel has no IPv6, and nobody has an address.
func (a *inet6Addrs) read(s *Source, only string, l *Listing) {
	a.only = only
	f, err := s.open(pathInet6)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.Inet6Err = err
		}
		a.unknown = l.Inet6Err != nil || l.DevErr != nil // without /proc nothing tells
		return
	}
	defer f.Close()
	if only == "" {
		a.byName = map[string][]procnet.Inet6Addr{}
	}
	for row, err := range procnet.Inet6Addrs(host.Reader(f)) {
		if !l.note(err) {
			l.Inet6Err = err
			break
		}
		if row.Name != "" {
			a.add(&row)
		}
	}
}
