package ifconfig

import (
	"classicnet/procnet"
)

// jsonCounters are the counters with their names, in the order of jc's fields
// and then those that it doesn't have.
var jsonCounters = [...]struct {
	name string
	of   func(*procnet.Stats) uint64
}{
	{"rx_packets", func(s *procnet.Stats) uint64 { return s.RxPackets }},
	{"rx_errors", func(s *procnet.Stats) uint64 { return s.RxErrors }},
	{"rx_dropped", func(s *procnet.Stats) uint64 { return s.RxDropped }},
	{"rx_overruns", func(s *procnet.Stats) uint64 { return s.RxFIFO }},
	{"rx_frame", func(s *procnet.Stats) uint64 { return s.RxFrame }},
	{"tx_packets", func(s *procnet.Stats) uint64 { return s.TxPackets }},
	{"tx_errors", func(s *procnet.Stats) uint64 { return s.TxErrors }},
	{"tx_dropped", func(s *procnet.Stats) uint64 { return s.TxDropped }},
	{"tx_overruns", func(s *procnet.Stats) uint64 { return s.TxFIFO }},
	{"tx_carrier", func(s *procnet.Stats) uint64 { return s.TxCarrier }},
	{"tx_collisions", func(s *procnet.Stats) uint64 { return s.TxCollisions }},
	{"rx_bytes", func(s *procnet.Stats) uint64 { return s.RxBytes }},
	{"tx_bytes", func(s *procnet.Stats) uint64 { return s.TxBytes }},
	{"rx_compressed", func(s *procnet.Stats) uint64 { return s.RxCompressed }},
	{"rx_multicast", func(s *procnet.Stats) uint64 { return s.RxMulticast }},
	{"tx_compressed", func(s *procnet.Stats) uint64 { return s.TxCompressed }},
}

func (j *jsonObject) counters() {
	for i := range jsonCounters {
		c := &jsonCounters[i]
		if j.Key(c.name); j.Stats == nil {
			j.Null()
		} else {
			j.Uint(c.of(j.Stats))
		}
	}
}
