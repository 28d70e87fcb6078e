package ifconfig

import (
	"net/netip"
	"strconv"

	"classicnet/internal/dialect"
	"classicnet/internal/linktype"
	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// long is a block while it is built, and the pieces that all blocks are built
// of.
type long struct {
	b []byte
	*Interface
	d *dialect.Dialect
}

// The pieces aren't inlined: a block has some sixty of them, and the program's
// size counts on a router.

//go:noinline
func (l *long) text(parts ...string) {
	for _, s := range parts {
		l.b = append(l.b, s...)
	}
}

func (l *long) number(v int64) { l.b = strconv.AppendInt(l.b, v, 10) }

// hex appends a title and a number in hex.
//
//go:noinline
func (l *long) hex(title string, v uint64) {
	l.b = append(l.b, title...)
	l.b = strconv.AppendUint(l.b, v, 16)
}

// count appends a title and a counter.
//
//go:noinline
func (l *long) count(title string, v uint64) {
	l.b = append(l.b, title...)
	l.b = strconv.AppendUint(l.b, v, 10)
}

// scaled appends a title and a byte counter, whole and in units.
//
//go:noinline
func (l *long) scaled(title string, v uint64) {
	l.count(title, v)
	l.text(" (")
	l.b = appendScaled(l.b, v, l.d)
	l.text(")")
}

// notSet stands for an address that the kernel doesn't tell.
const notSet = "[NONE SET]"

// inet appends a title and an IPv4 address.
//
//go:noinline
func (l *long) inet(title string, a netip.Addr) {
	l.text(title)
	if !a.IsValid() {
		l.text(notSet)
		return
	}
	l.b = netaddr.Append4(l.b, a)
}

func (l *long) inet6(a netip.Addr) {
	if l.d.Mapped {
		l.b = netaddr.Append6(l.b, a)
	} else {
		l.b = netaddr.AppendPlain6(l.b, a)
	}
}

func (l *long) linkType() *linktype.Type {
	return l.d.Types.ByNumber(l.Hw.Type)
}

// hasCompressed tells whether the counters of compressed packets are shown.
func (l *long) hasCompressed() bool { return l.linkType().Compressed }

// hasHardware tells whether the card's place on the bus is worth a line.
func (l *long) hasHardware() bool {
	m := &l.Map
	return m.IRQ != 0 || m.MemStart != 0 || m.DMA != 0 || hasBase(m) || m.BaseAddr != 0 && l.d.SmallBase
}

// hasBase tells whether the I/O port is one that listings show: below are
// those of the mainboard.
func hasBase(m *ioctl.Map) bool { return m.BaseAddr >= 0x100 }

// hasTimers tells whether a SLIP line has a timeout worth showing.
func (l *long) hasTimers() bool {
	return (l.Outfill != 0 || l.Keepalive != 0) && l.linkType().Keepalive
}
