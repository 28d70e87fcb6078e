package ifconfig

import "classicnet/procnet"

// inet6Addrs are the lines of /proc/net/if_inet6 by interface.
type inet6Addrs map[string][]procnet.Inet6Addr

// readInet6 reads the file once for all interfaces. Where it is missing the
// kernel has no IPv6, and nobody has an address.
func (s *Source) readInet6(l *Listing) inet6Addrs {
	f, err := s.open(pathInet6)
	if err != nil {
		return nil
	}
	defer f.Close()
	addrs := inet6Addrs{}
	for row, err := range procnet.Inet6Addrs(f) {
		if !l.note(err) {
			break
		}
		if row.Name != "" {
			addrs[row.Name] = append(addrs[row.Name], row)
		}
	}
	return addrs
}
