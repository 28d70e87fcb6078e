package ifconfig

import (
	"encoding/json"
	"math"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// objects are the JSON of interfaces, parsed; numbers stay as they are written.
func objects(t *testing.T, text string) []map[string]any {
	t.Helper()
	var list []map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&list); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if rest := text[d.InputOffset():]; rest != "\n" {
		t.Errorf("%q follows the list", rest)
	}
	return list
}

func object(t *testing.T, i Interface) map[string]any {
	t.Helper()
	return objects(t, string(AppendJSON(nil, []Interface{i})))[0]
}

// The order of fields is jc's, then ours.
func TestJSONOfTheTutorialsCard(t *testing.T) {
	const want = "[\n" +
		`{"name":"eth1","flags":4163,"state":["UP","BROADCAST","RUNNING","MULTICAST"],"mtu":1500,"type":"Ethernet","mac_addr":"00:0d:61:0b:d9:a0",` +
		`"ipv4_addr":"192.168.1.1","ipv4_mask":"255.255.255.0","ipv4_bcast":"192.168.1.255",` +
		`"ipv6_addr":"fe80::20d:61ff:fe0b:d9a0","ipv6_mask":64,"ipv6_scope":"0x20","ipv6_type":"link","metric":null,` +
		`"rx_packets":213915,"rx_errors":0,"rx_dropped":0,"rx_overruns":0,"rx_frame":0,` +
		`"tx_packets":211302,"tx_errors":0,"tx_dropped":0,"tx_overruns":0,"tx_carrier":0,"tx_collisions":0,` +
		`"rx_bytes":140569143,"tx_bytes":188664521,"rx_compressed":0,"rx_multicast":0,"tx_compressed":0,` +
		`"ipv4":[{"address":"192.168.1.1","mask":"255.255.255.0","broadcast":"192.168.1.255","destination":null,"label":"eth1"}],` +
		`"ipv6":[{"address":"fe80::20d:61ff:fe0b:d9a0","mask":64,"scope":"0x20","type":"link","scope_id":null,"flags":0}],` +
		`"link_type":1,"link_class":"ether","link_address":"00:0d:61:0b:d9:a0","link_bytes":"000d610bd9a00000000000000000",` +
		`"outfill":null,"keepalive":null,"txqueuelen":1000,"media":null,"media_auto":false,` +
		`"interrupt":21,"base_address":40960,"memory_start":null,"memory_end":null,"dma_channel":null,"other_addrs":[]}` +
		"\n]\n"
	got := string(AppendJSON(nil, []Interface{card()}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestJSONOfNothing(t *testing.T) {
	if got := string(AppendJSON([]byte("before "), nil)); got != "before [\n]\n" {
		t.Errorf("%q", got)
	}
}

// Every object has the same fields, whatever is known of an interface.
func TestJSONHasAllFieldsAlways(t *testing.T) {
	whole, bare := object(t, card()), object(t, Interface{Name: "x", TxQueueLen: -1})
	for key := range whole {
		if _, ok := bare[key]; !ok {
			t.Errorf("no %s", key)
		}
	}
	if len(whole) != len(bare) {
		t.Errorf("%d fields and %d", len(whole), len(bare))
	}
}

func TestJSONFields(t *testing.T) {
	a := netip.MustParseAddr
	n := func(s string) json.Number { return json.Number(s) }
	for _, f := range []struct {
		name   string
		change func(*Interface)
		want   map[string]any
	}{
		{"counters to the last digit", func(i *Interface) {
			i.Stats = &procnet.Stats{RxBytes: math.MaxUint64, TxCollisions: 1 << 53, RxMulticast: 7}
		},
			map[string]any{"rx_bytes": n("18446744073709551615"), "tx_collisions": n("9007199254740992"), "rx_multicast": n("7")}},
		{"no counters", func(i *Interface) { i.Stats = nil },
			map[string]any{"rx_packets": nil, "tx_bytes": nil, "tx_compressed": nil}},
		{"flags are no signed number", func(i *Interface) { i.Flags = ioctl.FlagDynamic | ioctl.FlagUp },
			map[string]any{"flags": n("32769"), "state": []any{"UP", "DYNAMIC"}}},
		{"no flags", func(i *Interface) { i.Flags = 0 },
			map[string]any{"flags": n("0"), "state": []any{}}},
		{"long name", func(i *Interface) { i.Name = "abcdefghijklmno" },
			map[string]any{"name": "abcdefghijklmno"}},
		{"point to point", func(i *Interface) { i.Broadcast, i.Peer = netip.Addr{}, a("10.0.0.2") },
			map[string]any{"ipv4_bcast": nil, "ipv4": []any{map[string]any{
				"address": "192.168.1.1", "mask": "255.255.255.0", "broadcast": nil, "destination": "10.0.0.2", "label": "eth1"}}}},
		{"no address", func(i *Interface) {
			i.Addr, i.Netmask, i.Broadcast, i.Inet6 = netip.Addr{}, netip.Addr{}, netip.Addr{}, nil
		},
			map[string]any{"ipv4_addr": nil, "ipv6_addr": nil, "ipv6_type": nil, "ipv4": []any{}, "ipv6": []any{}}},
		{"more addresses", func(i *Interface) {
			i.More = []InetAddr{{Addr: a("10.0.0.1"), Netmask: a("255.0.0.0"), Broadcast: a("0.0.0.0"), Label: "lab"}}
		},
			map[string]any{"ipv4_addr": "192.168.1.1", "ipv4": []any{
				map[string]any{"address": "192.168.1.1", "mask": "255.255.255.0", "broadcast": "192.168.1.255", "destination": nil, "label": "eth1"},
				map[string]any{"address": "10.0.0.1", "mask": "255.0.0.0", "broadcast": nil, "destination": nil, "label": "lab"}}}},
		{"the last IPv6 address", func(i *Interface) {
			i.Inet6 = append(i.Inet6, procnet.Inet6Addr{Addr: a("::1.2.3.4"), PrefixLen: 128, Scope: 0x80, Flags: 0x40})
		}, map[string]any{"ipv6_addr": "::1.2.3.4", "ipv6_mask": n("128"), "ipv6_scope": "0x80", "ipv6_type": "compat,global"}},
		{"scope without a name", func(i *Interface) { i.Inet6[0].Scope = 0x02 },
			map[string]any{"ipv6_scope": "0x2", "ipv6_type": nil}},
		{"tun", func(i *Interface) { i.Hw = ioctl.HardwareAddr{Type: 65534} },
			map[string]any{"type": "UNSPEC", "mac_addr": nil, "link_type": n("65534"), "link_class": "unspec",
				"link_address": "00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00"}},
		{"loopback", func(i *Interface) { i.Hw = ioctl.HardwareAddr{Type: 772} },
			map[string]any{"type": "Local Loopback", "mac_addr": nil, "link_address": nil}},
		{"ROSE looks like a MAC", func(i *Interface) { i.Hw.Type = 270 },
			map[string]any{"mac_addr": "000d610bd9", "link_address": "000d610bd9"}},
		{"link type not told", func(i *Interface) { i.Hw = ioctl.HardwareAddr{Type: unknownType} },
			map[string]any{"type": "UNSPEC", "link_type": nil}},
		{"SLIP", func(i *Interface) { i.Hw.Type, i.Outfill, i.Keepalive = 256, 3, 0 },
			map[string]any{"outfill": n("3"), "keepalive": n("0")}},
		{"media", func(i *Interface) { i.Flags, i.Map.Port = ioctl.FlagPortSelect|ioctl.FlagAutoMedia, 3 },
			map[string]any{"media": "AUI", "media_auto": true}},
		{"bus", func(i *Interface) { i.Map = ioctl.Map{BaseAddr: 0x20, MemStart: math.MaxUint64, DMA: 10} },
			map[string]any{"interrupt": nil, "base_address": n("32"), "memory_start": n("18446744073709551615"), "memory_end": n("0"), "dma_channel": n("10")}},
		{"queue length not told", func(i *Interface) { i.TxQueueLen = -1 },
			map[string]any{"txqueuelen": nil}},
		{"other families", func(i *Interface) {
			i.Others = []OtherAddr{{Kind: DDP, Addr: ioctl.Sockaddr{0, 0, 0, 0, 0x12, 0x34, 7}}}
		},
			map[string]any{"other_addrs": []any{map[string]any{"family": "EtherTalk Phase 2", "address": "4660/7"}}}},
	} {
		i := card()
		f.change(&i)
		got := object(t, i)
		for key, want := range f.want {
			if diff := cmp.Diff(want, got[key]); diff != "" {
				t.Errorf("%s: %s (-want +got)\n%s", f.name, key, diff)
			}
		}
	}
}

// A listing and a query tell of all addresses, and -s and the dialect change
// nothing about it.
func TestJSONOption(t *testing.T) {
	k, f := town()
	d := k.Interface("eth1")
	d.Addrs = append(d.Addrs, labelled("eth1", "10.9.0.1", "10.9.255.255", "255.255.0.0"))
	whole := start(k, f, "--json").String()
	if !strings.Contains(whole, `{"address":"10.9.0.1","mask":"255.255.0.0","broadcast":"10.9.255.255","destination":null,"label":"eth1"}`) {
		t.Errorf("no second address in %s", whole)
	}
	for _, args := range []string{"-s --json", "--json --dialect=busybox", "--json -v --dialect=net-tools-1.60"} {
		if diff := cmp.Diff(whole, start(k, f, strings.Fields(args)...).String()); diff != "" {
			t.Errorf("%s (-without +with)\n%s", args, diff)
		}
	}
	query := start(k, f, "--json", "eth1").stdout.String()
	line := strings.TrimSuffix(strings.Split(query, "\n")[1], ",")
	if len(objects(t, query)) != 1 || !strings.Contains(whole, line) {
		t.Errorf("the query differs from the listing: %s", query)
	}
	if got := namesOf(objects(t, start(k, f, "--json", "-a").stdout.String())); !strings.Contains(got, "down0") {
		t.Errorf("-a: %s", got)
	}
}

func namesOf(list []map[string]any) (names string) {
	for _, o := range list {
		names += o["name"].(string) + " "
	}
	return names
}

func TestJSONOfWhatIsMissing(t *testing.T) {
	k, f := town()
	got := start(k, f, "--json", "nosuch").String()
	if want := "nosuch: error fetching interface information: Device not found\n[\n]\n1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A list costs an allocation, however long it is.
func TestJSONAllocatesNothingARow(t *testing.T) {
	i := card()
	i.Hw.Type = 0xfffe // "none", whose address is a long one
	list := []Interface{i, i, i, i}
	b := make([]byte, 0, 16384)
	for n := range list {
		if got := testing.AllocsPerRun(100, func() { b = AppendJSON(b[:0], list[:n]) }); got != 1 {
			t.Errorf("%v allocations for %d interfaces", got, n)
		}
	}
}

// FuzzJSON: any state gives JSON of one object with the numbers that went in.
func FuzzJSON(f *testing.F) {
	f.Add("eth0", uint16(1), uint16(4163), int32(1500), uint64(1), uint64(1<<63), uint32(0x20), []byte{1, 2, 3})
	f.Add("\xff\x1b\"", uint16(3), uint16(0xffff), int32(-1), uint64(0), uint64(0), uint32(0xff), []byte{0x44, 0x38})
	f.Fuzz(func(t *testing.T, name string, kind, flags uint16, mtu int32, rx, tx uint64, scope uint32, hw []byte) {
		i := card()
		i.Name, i.Hw.Type, i.MTU, i.Flags = name, kind, mtu, ioctl.Flags(flags)
		i.Stats.RxBytes, i.Stats.TxBytes, i.Inet6[0].Scope = rx, tx, scope
		copy(i.Hw.Data[:], hw)
		var got []struct {
			RxBytes uint64 `json:"rx_bytes"`
			TxBytes uint64 `json:"tx_bytes"`
			MTU     int32
			State   []string
		}
		text := AppendJSON(nil, []Interface{i})
		if err := json.Unmarshal(text, &got); err != nil || len(got) != 1 {
			t.Fatalf("%v: %s", err, text)
		}
		if g := got[0]; g.RxBytes != rx || g.TxBytes != tx || g.MTU != mtu {
			t.Errorf("%+v", g)
		}
	})
}
