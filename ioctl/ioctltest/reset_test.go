package ioctltest_test

import (
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// rows are those of a file of this machine, read before anything changes.
func rows[R any](t *testing.T, path string, read func(io.Reader) iter.Seq2[R, error]) (list []R) {
	t.Helper()
	f, err := open(path)
	must(t, err)
	defer f.Close()
	for r, err := range read(f) {
		if !errors.Is(err, procnet.ErrEmpty) {
			must(t, err)
			list = append(list, r)
		}
	}
	return list
}

// clearRoutes deletes what has no interface, and the IPv6 addresses and routes
// that are left.
func clearRoutes(t *testing.T, s sockets) {
	t.Helper()
	for _, r := range rows(t, "/proc/net/route", procnet.Routes) {
		request := ioctl.Route{Dst: r.Destination, Genmask: r.Mask, Flags: ioctl.RouteFlags(r.Flags), Metric: int16(r.Metric + 1)}
		must(t, s.inet.DelRoute(request))
	}
	for _, a := range rows(t, "/proc/net/if_inet6", procnet.Inet6Addrs) {
		must(t, s.inet6.DelAddr6(int(a.Index), a.Addr, a.PrefixLen))
	}
	for _, r := range rows(t, "/proc/net/ipv6_route", procnet.Routes6) {
		if r.Metric != 1<<32-1 && r.Flags&unix.RTF_LOCAL == 0 {
			must(t, s.inet6.DelRoute6(ioctl.Route6{Dst: r.Destination, PrefixLen: uint16(r.PrefixLen), Metric: r.Metric}))
		}
	}
}

// clearProxies deletes the published addresses.
func clearProxies(t *testing.T, s sockets) {
	t.Helper()
	for _, e := range rows(t, "/proc/net/arp", procnet.ARP) {
		request := ioctl.ARPEntry{Addr: e.IP, Device: strings.TrimPrefix(e.Device, "*"), Flags: ioctl.ARPPublish}
		if e.Flags&ioctl.ARPPublish != 0 {
			must(t, s.inet.DelARP(request))
		}
	}
}
