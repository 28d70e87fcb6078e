package ifconfig

import (
	"classicnet/internal/dialect"
	"classicnet/internal/out"
)

// shortLayout is how a dialect's table of one line an interface differs from
// the others'.
type shortLayout struct {
	header   string
	netstat  string // that of netstat -i, over the same rows
	name     int    // width of the name
	cut      bool   // longer names are cut to it
	metric   int    // width of the metric: negative at the left, 0 is no metric
	overruns int    // width of the receive overruns, likewise; without a blank behind them at the right
	frame    bool   // errors of framing are among the receive errors
	letter   byte   // of point-to-point
}

const (
	header1 = "Iface   MTU Met    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
	headerC = "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
	header2 = "Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"

	netstat1 = "Iface   MTU Met   RX-OK RX-ERR RX-DRP RX-OVR   TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
	netstat2 = "Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n"
)

// noStatistics stands for all eight counters.
const (
	noStatistics      = "     - no statistics available -"
	noStatisticsWidth = 56
)

func (f Formatter) short() shortLayout {
	switch {
	case f.shape().Later:
		return shortLayout{netstat2, netstat2, 15, true, 0, -6, true, 'p'}
	case f.shape().Layout == dialect.NetTools2:
		return shortLayout{header2, netstat2, 15, true, 0, -6, false, 'P'}
	case f.shape().NameCut > 0:
		return shortLayout{header1, netstat1, 5, true, 3, 6, false, 'P'}
	}
	return shortLayout{headerC, headerC, 9, false, -2, -6, false, 'P'}
}

// AppendShortHeader appends the title line of the short format.
func (f Formatter) AppendShortHeader(b []byte) []byte {
	s := f.short()
	if f.netstat {
		return append(b, s.netstat...)
	}
	return append(b, s.header...)
}

// AppendShort appends the row of an interface in the short format.
func (f Formatter) AppendShort(b []byte, ifc *Interface) []byte {
	if ifc == nil {
		return b
	}
	s := f.short()
	name := ifc.Name
	if s.cut && len(name) > s.name {
		name = name[:s.name]
	}
	b = append(out.AppendLeft(b, name, s.name), ' ')
	b = append(out.AppendRightInt(b, int64(ifc.MTU), 5), ' ')
	b = s.appendMetric(b, ifc.Metric)
	b = s.appendCounters(b, ifc)
	return append(appendFlagLetters(b, ifc.Flags, s.letter), '\n')
}

// appendMetric appends the raw metric, 0 where the long format says 1.
func (s *shortLayout) appendMetric(b []byte, metric int32) []byte {
	switch {
	case s.metric < 0:
		return append(out.AppendLeftInt(b, int64(metric), -s.metric), ' ')
	case s.metric > 0:
		return out.AppendRightInt(b, int64(metric), s.metric)
	}
	return b
}

func (s *shortLayout) appendCounters(b []byte, ifc *Interface) []byte {
	c := ifc.Stats
	if c == nil {
		return out.AppendLeft(b, noStatistics, noStatisticsWidth)
	}
	errors := c.RxErrors
	if s.frame {
		errors += c.RxFrame
	}
	b = appendColumns(b, c.RxPackets, errors, c.RxDropped)
	if s.overruns < 0 {
		b = append(out.AppendLeftUint(b, c.RxFIFO, -s.overruns), ' ')
	} else {
		b = out.AppendRightUint(b, c.RxFIFO, s.overruns)
	}
	b = appendColumns(b, c.TxPackets, c.TxErrors, c.TxDropped)
	return append(out.AppendRightUint(b, c.TxFIFO, 6), ' ')
}

// appendColumns appends packets, errors and drops.
func appendColumns(b []byte, packets, errors, dropped uint64) []byte {
	b = append(out.AppendRightUint(b, packets, 8), ' ')
	b = append(out.AppendRightUint(b, errors, 6), ' ')
	return append(out.AppendRightUint(b, dropped, 6), ' ')
}
