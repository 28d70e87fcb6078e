package procnet

import (
	"io"
	"iter"
	"net/netip"
)

// Inet6Addr is a line of /proc/net/if_inet6: an IPv6 address of an interface.
type Inet6Addr struct {
	Addr netip.Addr // without a zone
	// Index is the interface's, which may have more digits than the two that
	// the kernel pads it to.
	Index     uint32
	PrefixLen uint32 // 0 to 128
	// Scope is IPV6_ADDR_ of the kernel's <net/ipv6.h>: 0 global, 0x10 host,
	// 0x20 link, 0x40 site, 0x80 IPv4-compatible.
	Scope uint32
	Flags uint32 // IFA_F_ of <linux/if_addr.h>, the low 8 bits
	Name  string // the interface's
}

// Prefix is the address with the length of its net.
func (a Inet6Addr) Prefix() netip.Prefix { return netip.PrefixFrom(a.Addr, int(a.PrefixLen)) }

// Inet6Addrs reads /proc/net/if_inet6. It has no title line; its columns are the
// address (32 hex digits in network order), interface index, prefix length,
// scope and flags in hex of any width, and the interface. A line that lacks
// anything is Skipped. A kernel without IPv6 doesn't have the file.
func Inet6Addrs(r io.Reader) iter.Seq2[Inet6Addr, error] {
	return func(yield func(Inet6Addr, error) bool) {
		in := newLines(r, "/proc/net/if_inet6", 1022)
		if err := in.each(func(c *cursor) bool {
			var row Inet6Addr
			s := strict{c, &in.texts}
			s.inet6("address", &row.Addr)
			s.hex("index", &row.Index)
			s.hex("prefix length", &row.PrefixLen)
			s.hex("scope", &row.Scope)
			s.hex("flags", &row.Flags)
			s.text("device", &row.Name)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Inet6Addr{}, err)
		}
	}
}
