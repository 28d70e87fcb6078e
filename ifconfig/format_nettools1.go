package ifconfig

import (
	"classicnet/internal/out"
	"classicnet/ioctl"
)

// indent1 is in front of each line of a block but the first.
const indent1 = "          "

// netTools1 is the block of the net-tools 1.60 family and of busybox. Scripts
// cut it by its blanks, the trailing ones included.
func (l *long) netTools1() {
	l.title1()
	l.inet1()
	l.inet61()
	l.others1()
	l.flags1()
	l.counters1()
	l.hardware1()
	l.text("\n")
}

func (l *long) title1() {
	name := l.Name
	if cut := l.d.NameCut; cut > 0 && len(name) > cut {
		name = name[:cut]
	}
	l.b = out.AppendLeft(l.b, name, 9)
	kind := l.linkType()
	l.text(" Link encap:", kind.Title, "  ")
	if kind.Append != nil {
		l.text("HWaddr ")
		l.b = kind.Append(l.b, l.Hw.Data[:])
		l.text("  ")
	}
	if l.Flags&ioctl.FlagPortSelect != 0 {
		l.text("Media:", portName(l.Map.Port))
		if l.Flags&ioctl.FlagAutoMedia != 0 {
			l.text("(auto)")
		}
	}
	l.text("\n")
}

func (l *long) inet1() {
	if !l.Addr.IsValid() {
		return
	}
	l.text(indent1)
	l.inet("inet addr:", l.Addr)
	l.text(" ")
	if l.Flags&ioctl.FlagPointToPoint != 0 {
		l.inet(" P-t-P:", l.Peer)
		l.text(" ")
	}
	if l.Flags&ioctl.FlagBroadcast != 0 {
		l.inet(" Bcast:", l.Broadcast)
		l.text(" ")
	}
	l.inet(" Mask:", l.Netmask)
	l.text("\n")
}

func (l *long) inet61() {
	for i := range l.Inet6 {
		a := &l.Inet6[i]
		l.text(indent1, "inet6 addr: ")
		l.inet6(a.Addr)
		l.count("/", uint64(a.PrefixLen))
		l.text(" Scope:", scopeName(a.Scope&l.d.ScopeMask), "\n")
	}
}

// scopeName is the classic name of a scope value of if_inet6. Only whole
// values have one.
func scopeName(scope uint32) string {
	switch scope {
	case 0x00:
		return "Global"
	case 0x10:
		return "Host"
	case 0x20:
		return "Link"
	case 0x40:
		return "Site"
	case 0x80:
		return "Compat"
	}
	return "Unknown"
}

func (l *long) flags1() {
	l.text(indent1)
	if l.Flags == 0 {
		l.text(noFlags, " ")
	}
	before := len(l.b)
	l.b = (l.Flags &^ ioctl.Flags(l.d.Nameless)).Append(l.b, ' ')
	if len(l.b) > before {
		l.text(" ")
	}
	l.text(" MTU:")
	l.number(int64(l.MTU))
	l.text("  Metric:")
	l.number(int64(shownMetric(l.Metric)))
	if l.hasTimers() {
		l.count("  Outfill:", uint64(l.Outfill))
		l.count("  Keepalive:", uint64(l.Keepalive))
	}
	l.text("\n")
}

// shownMetric hides the kernel's 0: a metric was 1 before there was none.
func shownMetric(metric int32) int32 {
	if metric == 0 {
		return 1
	}
	return metric
}

func (l *long) counters1() {
	s := l.Stats
	if s == nil {
		return
	}
	l.count(indent1+"RX packets:", s.RxPackets)
	l.count(" errors:", s.RxErrors)
	l.count(" dropped:", s.RxDropped)
	l.count(" overruns:", s.RxFIFO)
	l.count(" frame:", s.RxFrame)
	if l.hasCompressed() {
		l.count("\n"+indent1+"   compressed:", s.RxCompressed)
	}
	l.count("\n"+indent1+"TX packets:", s.TxPackets)
	l.count(" errors:", s.TxErrors)
	l.count(" dropped:", s.TxDropped)
	l.count(" overruns:", s.TxFIFO)
	l.count(" carrier:", s.TxCarrier)
	l.count("\n"+indent1+"collisions:", s.TxCollisions)
	l.text(" ")
	if l.hasCompressed() {
		l.count("compressed:", s.TxCompressed)
		l.text(" ")
	}
	if l.TxQueueLen != -1 {
		l.text("txqueuelen:")
		l.number(int64(l.TxQueueLen))
		l.text(" ")
	}
	l.scaled("\n"+indent1+"RX bytes:", s.RxBytes)
	l.scaled("  TX bytes:", s.TxBytes)
	l.text("\n")
}

func (l *long) hardware1() {
	if !l.hasHardware() {
		return
	}
	m := &l.Map
	l.text(indent1)
	if m.IRQ != 0 {
		l.count("Interrupt:", uint64(m.IRQ))
		l.text(" ")
	}
	if hasBase(m) {
		l.hex("Base address:0x", uint64(m.BaseAddr))
		l.text(" ")
	}
	if m.MemStart != 0 {
		l.hex("Memory:", m.MemStart)
		l.hex("-", m.MemEnd)
		l.text(" ")
	}
	if m.DMA != 0 {
		l.hex("DMA chan:", uint64(m.DMA))
		l.text(" ")
	}
	l.text("\n")
}
