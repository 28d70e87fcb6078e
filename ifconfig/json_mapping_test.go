package ifconfig

import (
	"encoding/json"
	"fmt"
	"net/netip"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// Each counter has a field, and no other's.
func TestJSONCounters(t *testing.T) {
	i := card()
	i.Stats = &procnet.Stats{
		RxBytes: 1, RxPackets: 2, RxErrors: 3, RxDropped: 4, RxFIFO: 5, RxFrame: 6, RxCompressed: 7, RxMulticast: 8,
		TxBytes: 9, TxPackets: 10, TxErrors: 11, TxDropped: 12, TxFIFO: 13, TxCollisions: 14, TxCarrier: 15, TxCompressed: 16,
	}
	got := object(t, i)
	for n, key := range []string{
		"rx_bytes", "rx_packets", "rx_errors", "rx_dropped", "rx_overruns", "rx_frame", "rx_compressed", "rx_multicast",
		"tx_bytes", "tx_packets", "tx_errors", "tx_dropped", "tx_overruns", "tx_collisions", "tx_carrier", "tx_compressed",
	} {
		if got[key] != json.Number(fmt.Sprint(n+1)) {
			t.Errorf("%s is %v", key, got[key])
		}
	}
}

// What is 0 or unset in the model is null where 0 says nothing, and 0 where it
// is a value.
func TestJSONOfZero(t *testing.T) {
	null := object(t, Interface{TxQueueLen: -1, Hw: ioctl.HardwareAddr{Type: unknownType}})
	for _, key := range []string{
		"mac_addr", "ipv4_addr", "ipv4_mask", "ipv4_bcast", "ipv6_addr", "ipv6_mask", "ipv6_scope", "ipv6_type", "metric",
		"rx_packets", "tx_bytes", "link_type", "outfill", "keepalive", "txqueuelen", "media", "interrupt", "base_address",
		"memory_start", "memory_end", "dma_channel",
	} {
		if value, there := null[key]; !there || value != nil {
			t.Errorf("%s is %v", key, value)
		}
	}
	zero := object(t, Interface{Hw: ioctl.HardwareAddr{Type: 256}, Stats: &procnet.Stats{}, Inet6: []procnet.Inet6Addr{{Addr: netip.IPv6Unspecified()}}})
	for key, want := range map[string]any{
		"name": "", "flags": json.Number("0"), "mtu": json.Number("0"), "rx_packets": json.Number("0"), "link_type": json.Number("256"), "outfill": json.Number("0"),
		"keepalive": json.Number("0"), "txqueuelen": json.Number("0"), "media_auto": false, "ipv6_addr": "::", "ipv6_mask": json.Number("0"),
		"ipv6_scope": "0x0", "ipv6_type": "global", "state": []any{}, "ipv4": []any{}, "other_addrs": []any{},
	} {
		if diff := cmp.Diff(want, zero[key]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", key, diff)
		}
	}
}

// A MAC is an address that looks like one to jc; every address stands in
// link_address, and its bytes in link_bytes.
func TestJSONLinks(t *testing.T) {
	bytes := [14]byte{0x96, 0x62, 0x82, 0x84, 0x86, 0x40, 0x0a, 0x07}
	for number, want := range map[uint16][3]any{
		1:     {"ether", "96:62:82:84:86:40", "96:62:82:84:86:40"},
		3:     {"ax25", "K1ABC-5", nil},
		7:     {"arcnet", "96", "96"},
		27:    {"eui64", "96:62:82:84:86:40:0A:07", "96:62:82:84:86:40:0A:07"},
		256:   {"slip", nil, nil},
		768:   {"tunnel", nil, nil},
		774:   {"fddi", "96-62-82-84-86-40", nil},
		783:   {"irda", "84:82:62:96", "84:82:62:96"},
		65534: {"unspec", "96-62-82-84-86-40-0A-07-00-00-00-00-00-00-00-00", nil},
	} {
		i := card()
		i.Hw = ioctl.HardwareAddr{Type: number, Data: bytes}
		o := object(t, i)
		if diff := cmp.Diff(want, [3]any{o["link_class"], o["link_address"], o["mac_addr"]}); diff != "" {
			t.Errorf("%d (-want +got)\n%s", number, diff)
		}
		if o["link_bytes"] != "9662828486400a07000000000000" {
			t.Errorf("%d: %v", number, o["link_bytes"])
		}
	}
}
