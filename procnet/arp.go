package procnet

import (
	"io"
	"iter"
	"net/netip"

	"classicnet/netflag"
)

// ARPEntry is a line of /proc/net/arp: an entry of the IPv4 neighbour cache.
type ARPEntry struct {
	IP    netip.Addr  // IPv4 address
	Type  uint32      // ARPHRD_ of <linux/if_arp.h>: 1 is Ethernet
	Flags netflag.ARP // ARPComplete: HWAddr is known
	// HWAddr is the hardware address as the kernel writes it: hex bytes with
	// colons, or a call sign on AX.25 and NET/ROM; "" for a neighbour of a device
	// without such addresses, as a tun or a tunnel is.
	HWAddr string
	Mask   string // "*"; kernels before 2.2 had an address mask for some
	Device string // the interface's name, "*" for a proxy entry of all
}

// ARP reads /proc/net/arp. Its title line isn't looked at; its columns are IP
// address, HW type and Flags (both in hex with 0x), HW address, Mask, Device.
// An empty file gives no rows. A line of fewer than four columns or without an
// IP address is Skipped; of a longer one Mask and Device may be missing. Where the
// hardware address is blank, the mask is the fourth word.
func ARP(r io.Reader) iter.Seq2[ARPEntry, error] {
	return func(yield func(ARPEntry, error) bool) {
		in := newLines(r, "/proc/net/arp", 1022)
		in.next()
		if err := in.each(func(c *cursor) bool {
			var row ARPEntry
			s := strict{c, &in.texts}
			s.inet("IP address", &row.IP)
			s.hex("HW type", &row.Type)
			s.hex("Flags", (*uint32)(&row.Flags))
			if !s.blankHWAddr() {
				s.text("HW address", &row.HWAddr)
			}
			skipped := s.fault.skipped
			s.text("Mask", &row.Mask)
			s.text("Device", &row.Device)
			s.fault.skipped = skipped
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(ARPEntry{}, err)
		}
	}
}

// blankHWAddr tells whether the column is blank: what stands there is the mask, "*",
// and nothing but the device behind it.
func (s strict) blankHWAddr() bool {
	c := *s.cursor // looks ahead
	mask, _ := c.text()
	_, device := c.text()
	_, more := c.text()
	return string(mask) == "*" && device && !more
}
