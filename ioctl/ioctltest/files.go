package ioctltest

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/sys/unix"
)

// Open returns a file of /proc/net as it is now: dev, if_inet6, route,
// ipv6_route and arp, also under /proc/self/net and /proc/thread-self/net.
// Files come first. What else there is on a machine doesn't exist
// (fs.ErrNotExist).
func (k *Kernel) Open(path string) (io.ReadCloser, error) {
	if text, ok := k.Files[path]; ok {
		return io.NopCloser(strings.NewReader(text)), nil
	}
	text, ok := k.file(path)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

func (k *Kernel) file(path string) (text string, ok bool) {
	for _, folder := range []string{"/proc/net/", "/proc/self/net/", "/proc/thread-self/net/"} {
		if name, ours := strings.CutPrefix(path, folder); ours {
			return k.procNet(name)
		}
	}
	return "", path == "/proc/net"
}

func (k *Kernel) procNet(name string) (text string, ok bool) {
	switch name {
	case "dev":
		return k.devFile(), true
	case "route":
		return k.routeFile(), true
	case "arp":
		return k.arpFile(), true
	case "if_inet6":
		return k.inet6File(), !k.NoInet6
	case "ipv6_route":
		return k.route6File(), !k.NoInet6
	}
	return "", false
}

func (k *Kernel) devFile() string {
	var b strings.Builder
	b.WriteString("Inter-|   Receive                                                |  Transmit\n" +
		" face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n")
	for _, d := range k.interfaces {
		s := &d.Stats
		fmt.Fprintf(&b, "%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n", d.Name,
			s.RxBytes, s.RxPackets, s.RxErrors, s.RxDropped, s.RxFIFO, s.RxFrame, s.RxCompressed, s.RxMulticast,
			s.TxBytes, s.TxPackets, s.TxErrors, s.TxDropped, s.TxFIFO, s.TxCollisions, s.TxCarrier, s.TxCompressed)
	}
	return b.String()
}

func (k *Kernel) inet6File() string {
	var b strings.Builder
	for _, d := range k.interfaces {
		for _, a := range d.Addrs6 {
			fmt.Fprintf(&b, "%x %02x %02x %02x %02x %8s\n", a.Addr.As16(), d.Index, a.PrefixLen, scope6(a.Addr), a.Flags, d.Name)
		}
	}
	return b.String()
}

func (k *Kernel) arpFile() string {
	var b strings.Builder
	b.WriteString("IP address       HW type     Flags       HW address            Mask     Device\n")
	row := func(addr fmt.Stringer, kind uint16, flags int, hw string, device string) {
		fmt.Fprintf(&b, "%-16s 0x%-10x0x%-10x%s     *        %s\n", addr, kind, flags, hw, device)
	}
	for _, n := range k.neighbours {
		if n.known {
			row(n.addr, n.device.HwAddr.Type, int(n.flags()), colons(n.hw[:6]), n.device.Name)
		}
	}
	for _, p := range k.proxies {
		kind, name := uint16(0), "*"
		if p.device != nil {
			kind, name = p.device.HwAddr.Type, p.device.Name
		}
		row(p.addr, kind, 0xc, colons(make([]byte, 6)), name)
	}
	return b.String()
}

func colons(b []byte) string { return strings.ReplaceAll(fmt.Sprintf("% x", b), " ", ":") }
