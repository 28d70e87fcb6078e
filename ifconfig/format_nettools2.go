package ifconfig

import (
	"encoding/binary"
	"runtime"

	"classicnet/internal/linktype"
	"classicnet/ioctl"
)

// indent2 is in front of each line of a block but the first.
const indent2 = "        "

// netTools2 is the block of net-tools 2.x.
func (l *long) netTools2() {
	l.title2()
	l.inet2()
	l.inet62()
	l.others2()
	l.link2()
	l.counters2()
	l.hardware2()
	l.text("\n")
}

// title2 loses its closing bracket for a flag word of 0, and both for one of
// nameless bits, as the original does. The number is signed.
func (l *long) title2() {
	l.text(l.Name, ": flags=")
	l.number(int64(int16(l.Flags)))
	l.flagWords2()
	l.text("  mtu ")
	l.number(int64(l.MTU))
	if l.hasTimers() {
		l.count("  outfill ", uint64(l.Outfill))
		l.count("  keepalive ", uint64(l.Keepalive))
	}
	l.text("\n")
}

func (l *long) flagWords2() {
	if l.Flags == 0 {
		l.text("<")
		return
	}
	before := len(l.b)
	l.text("<")
	l.b = l.Flags.Append(l.b, ',')
	if len(l.b) == before+1 {
		l.b = l.b[:before]
		return
	}
	l.text(">")
}

func (l *long) inet2() {
	if !l.Addr.IsValid() {
		return
	}
	l.inet(indent2+"inet ", l.Addr)
	l.inet("  netmask ", l.Netmask)
	if l.Flags&ioctl.FlagBroadcast != 0 {
		l.inet("  broadcast ", l.Broadcast)
	}
	if l.Flags&ioctl.FlagPointToPoint != 0 {
		l.inet("  destination ", l.Peer)
	}
	l.text("\n")
}

func (l *long) inet62() {
	for i := range l.Inet6 {
		a := &l.Inet6[i]
		l.text(indent2, "inet6 ")
		l.inet6(a.Addr)
		l.count("  prefixlen ", uint64(a.PrefixLen))
		l.hex("  scopeid 0x", uint64(a.Scope))
		l.scopeWords(a.Scope)
		l.text("\n")
	}
}

// scopeBits are the names of single bits of a scope value.
var scopeBits = [...]struct {
	bit  uint32
	word string
}{{scopeCompat, "compat"}, {0x20, "link"}, {0x40, "site"}, {0x10, "host"}}

const scopeCompat = 0x80

// scopeWords appends the names of a scope in brackets; without any name there
// are no brackets.
func (l *long) scopeWords(scope uint32) {
	l.text("<")
	before := len(l.b)
	if l.b = appendScopeWords(l.b, scope); len(l.b) > before {
		l.text(">")
	} else {
		l.b = l.b[:before-len("<")]
	}
}

// appendScopeWords appends the names of a scope value with commas in between.
// What has no bit but compat is global.
//
//go:noinline
func appendScopeWords(b []byte, scope uint32) []byte {
	between := ""
	for i := range scopeBits {
		if scope&scopeBits[i].bit != 0 {
			b = append(append(b, between...), scopeBits[i].word...)
			between = ","
		}
	}
	if scope&^scopeCompat == 0 {
		b = append(append(b, between...), "global"...)
	}
	return b
}

func (l *long) link2() {
	kind := l.linkType()
	l.text(indent2, kind.Keyword)
	switch {
	case kind.Append == nil:
	case kind.Overreads:
		l.overread(kind)
	default:
		l.text(" ")
		l.b = kind.Append(l.b, l.Hw.Data[:])
	}
	if l.TxQueueLen != -1 {
		l.text("  txqueuelen ")
		l.number(int64(l.TxQueueLen))
	}
	l.text("  (", kind.Title, ")\n")
	if l.Flags&ioctl.FlagPortSelect != 0 {
		l.text(indent2, "media ", portName(l.Map.Port))
		if l.Flags&ioctl.FlagAutoMedia != 0 {
			l.text("autoselect")
		}
		l.text("\n")
	}
}

// overread shows an address as its printer finds it in the memory of net-tools
// 2.x: 8 bytes of 32, an int that tells whether there are counters, and the first of
// them, in the machine's byte order.
func (l *long) overread(kind *linktype.Type) {
	var m [72]byte
	copy(m[:8], l.Hw.Data[:])
	if s := l.Stats; s != nil {
		binary.NativeEndian.PutUint32(m[32:], 1)
		at := countersAt()
		for _, count := range [...]uint64{s.RxPackets, s.TxPackets, s.RxBytes, s.TxBytes} {
			binary.NativeEndian.PutUint64(m[at:], count)
			at += 8
		}
	}
	if address := [64]byte(m[:]); address != [64]byte{} {
		l.text(" ")
		l.b = kind.Append(l.b, address[:])
	}
}

// countersAt is where the counters begin behind the int: at a whole number of eight
// bytes, but on i386.
func countersAt() int {
	if runtime.GOARCH == "386" {
		return 36
	}
	return 40
}

func (l *long) counters2() {
	s := l.Stats
	if s == nil {
		return
	}
	l.count(indent2+"RX packets ", s.RxPackets)
	l.scaled("  bytes ", s.RxBytes)
	l.compressed2("RX compressed:", s.RxCompressed)
	l.count("\n"+indent2+"RX errors ", s.RxErrors)
	l.count("  dropped ", s.RxDropped)
	l.count("  overruns ", s.RxFIFO)
	l.count("  frame ", s.RxFrame)
	l.count("\n"+indent2+"TX packets ", s.TxPackets)
	l.scaled("  bytes ", s.TxBytes)
	l.compressed2("TX compressed ", s.TxCompressed)
	l.count("\n"+indent2+"TX errors ", s.TxErrors)
	l.count("  dropped ", s.TxDropped)
	if l.d.Later {
		l.text(" ")
	}
	l.count(" overruns ", s.TxFIFO)
	l.count("  carrier ", s.TxCarrier)
	l.count("  collisions ", s.TxCollisions)
	l.text("\n")
}

// compressed2 is a line of its own: on link types that compress or, later, for
// packets that were.
func (l *long) compressed2(title string, packets uint64) {
	if !l.d.Later {
		if l.hasCompressed() {
			l.count("\n"+indent2+title, packets)
		}
		return
	}
	if packets != 0 {
		l.text("\n", indent2, title[:len("RX compressed")])
		l.count(" ", packets)
	}
}

func (l *long) hardware2() {
	if !l.hasHardware() {
		return
	}
	m := &l.Map
	l.text(indent2, "device ")
	if m.IRQ != 0 {
		l.count("interrupt ", uint64(m.IRQ))
		l.text("  ")
	}
	if hasBase(m) {
		l.hex("base 0x", uint64(m.BaseAddr))
		l.text("  ")
	}
	if m.MemStart != 0 {
		l.hex("memory 0x", m.MemStart)
		l.hex("-", m.MemEnd)
		l.text("  ")
	}
	if m.DMA != 0 {
		l.hex("  dma 0x", uint64(m.DMA))
	}
	l.text("\n")
}
