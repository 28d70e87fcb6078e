package procnet

import "bytes"

// Stats are the counters of an interface since it was made, as
// /proc/net/dev has them. A counter that the kernel's layout lacks is 0.
type Stats struct {
	RxBytes      uint64 // received
	RxPackets    uint64 // received
	RxErrors     uint64 // packets that were wrong, all kinds together
	RxDropped    uint64 // packets that there was no room or no use for
	RxFIFO       uint64 // packets lost to overruns of a buffer
	RxFrame      uint64 // errors of length, CRC and framing
	RxCompressed uint64 // packets, on SLIP and PPP
	RxMulticast  uint64 // packets
	TxBytes      uint64 // sent
	TxPackets    uint64 // sent
	TxErrors     uint64 // packets that couldn't be sent, all kinds together
	TxDropped    uint64 // packets that there was no room for
	TxFIFO       uint64 // packets lost to underruns of a buffer
	TxCollisions uint64 // on a shared cable
	TxCarrier    uint64 // losses of carrier, and other aborts
	TxCompressed uint64 // packets, on SLIP and PPP
}

// The counters in the order of the newest layout.
const (
	rxBytes = iota
	rxPackets
	rxErrors
	rxDropped
	rxFIFO
	rxFrame
	rxCompressed
	rxMulticast
	txBytes
	txPackets
	txErrors
	txDropped
	txFIFO
	txCollisions
	txCarrier
	txCompressed
	counterCount
)

// counterTitles are the titles of the columns, with their group before them.
var counterTitles = [counterCount]string{
	"Receive bytes", "Receive packets", "Receive errs", "Receive drop",
	"Receive fifo", "Receive frame", "Receive compressed", "Receive multicast",
	"Transmit bytes", "Transmit packets", "Transmit errs", "Transmit drop",
	"Transmit fifo", "Transmit colls", "Transmit carrier", "Transmit compressed",
}

// layouts are those that kernels had, newest first, each with a title that
// older ones lack.
var layouts = []struct {
	title   string
	columns []uint8
}{
	{"compressed", []uint8{
		rxBytes, rxPackets, rxErrors, rxDropped, rxFIFO, rxFrame, rxCompressed, rxMulticast,
		txBytes, txPackets, txErrors, txDropped, txFIFO, txCollisions, txCarrier, txCompressed,
	}},
	{"bytes", []uint8{
		rxBytes, rxPackets, rxErrors, rxDropped, rxFIFO, rxFrame,
		txBytes, txPackets, txErrors, txDropped, txFIFO, txCollisions, txCarrier,
	}},
	{"", []uint8{
		rxPackets, rxErrors, rxDropped, rxFIFO, rxFrame,
		txPackets, txErrors, txDropped, txFIFO, txCollisions, txCarrier,
	}},
}

// layoutOf returns the columns under a line of titles.
func layoutOf(titles []byte) []uint8 {
	for _, l := range layouts[:len(layouts)-1] {
		if bytes.Contains(titles, []byte(l.title)) {
			return l.columns
		}
	}
	return layouts[len(layouts)-1].columns
}

// counters are the values of a line, by the constants above.
type counters [counterCount]uint64

// counters reads the columns of a layout into v, up to the first that is no
// number.
func (c *cursor) counters(layout []uint8, v *counters) {
	c.skipSpace()
	if bytes.HasPrefix(c.rest(), []byte("No statistics available")) {
		return
	}
	for _, column := range layout {
		n, ok := c.long(base10)
		if !ok {
			c.fail(counterTitles[column], c.lack(errNumber))
			return
		}
		c.judgeNumber(counterTitles[column])
		v[column] = n
	}
}

// Columns are the counters in the order of the columns of /proc/net/dev.
func (s Stats) Columns() [16]uint64 { return countersOf(s) }

func countersOf(s Stats) counters {
	return counters{
		s.RxBytes, s.RxPackets, s.RxErrors, s.RxDropped,
		s.RxFIFO, s.RxFrame, s.RxCompressed, s.RxMulticast,
		s.TxBytes, s.TxPackets, s.TxErrors, s.TxDropped,
		s.TxFIFO, s.TxCollisions, s.TxCarrier, s.TxCompressed,
	}
}

func (v *counters) stats() Stats {
	return Stats{
		v[rxBytes], v[rxPackets], v[rxErrors], v[rxDropped],
		v[rxFIFO], v[rxFrame], v[rxCompressed], v[rxMulticast],
		v[txBytes], v[txPackets], v[txErrors], v[txDropped],
		v[txFIFO], v[txCollisions], v[txCarrier], v[txCompressed],
	}
}
