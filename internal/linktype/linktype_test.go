package linktype

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// addr is what SIOCGIFHWADDR hands over: 14 bytes, of which 8 are looked at.
var addr = []byte{0x02, 0xa0, 0xb2, 0x0c, 0xde, 0xf1, 0x1a, 0x77, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99}

// show is the start of net-tools 2.10's line and what 1.60 shows, in one:
// keyword, title, and the address in brackets where there is one.
func show(t *Type, addr []byte) string {
	text := fmt.Sprintf("%s (%s)", t.Keyword, t.Title)
	if t.Append != nil {
		text += " [" + string(t.Append(nil, addr)) + "]"
	}
	return text
}

const unspecAddr = "unspec (UNSPEC) [02-A0-B2-0C-DE-F1-1A-77-00-00-00-00-00-00-00-00]"

func TestClassicByNumber(t *testing.T) {
	tests := []struct {
		arphrd uint16
		want   string
	}{
		{772, "loop (Local Loopback)"},
		{256, "slip (Serial Line IP)"},
		{257, "cslip (VJ Serial Line IP)"},
		{258, "slip6 (6-bit Serial Line IP)"},
		{259, "cslip6 (VJ 6-bit Serial Line IP)"},
		{264, "adaptive (Adaptive Serial Line IP)"},
		{1, "ether (Ethernet) [02:a0:b2:0c:de:f1]"},
		{6, "tr (16/4 Mbps Token Ring) [02:A0:B2:0C:DE:F1]"},
		{800, "tr (16/4 Mbps Token Ring (New)) [02:A0:B2:0C:DE:F1]"},
		{3, "ax25 (AMPR AX.25) [\x01PY\x06ox-13]"},
		{0, "netrom (AMPR NET/ROM) [\x01PY\x06ox-13]"},
		{270, "rose (AMPR ROSE) [02a0b20cde]"},
		{768, "tunnel (IPIP Tunnel) []"},
		{512, "ppp (Point-to-Point Protocol)"},
		{513, "hdlc ((Cisco)-HDLC)"},
		{516, "lapb (LAPB)"},
		{7, "arcnet (ARCnet) [02]"},
		{770, "frad (Frame Relay Access Device)"},
		{776, "sit (IPv6-in-IPv4)"},
		{774, "fddi (Fiber Distributed Data Interface) [02-A0-B2-0C-DE-F1]"},
		{780, "hippi (HIPPI) [02:A0:B2:0C:DE:F1]"},
		{783, "irda (IrLAP) [0c:b2:a0:02]"},
		{782, "ec (Econet)"},
		{271, "x25 (generic X.25) [\x02\xa0\xb2\x0c\xde\xf1\x1a\x77]"},
	}
	for _, test := range tests {
		got := Classic.ByNumber(test.arphrd)
		if diff := cmp.Diff(test.want, show(got, addr)); diff != "" {
			t.Errorf("type %d (-want +got):\n%s", test.arphrd, diff)
		}
		if got.ARPHRD != test.arphrd {
			t.Errorf("type %d says it is %d", test.arphrd, got.ARPHRD)
		}
	}
}

func TestDLCIIsInMachineOrder(t *testing.T) {
	if got, want := show(Classic.ByNumber(15), []byte{0xff, 0xff, 1}), "dlci (Frame Relay DLCI) [-1]"; got != want {
		t.Errorf("type 15 is %q, want %q", got, want)
	}
}

// The numbers that a classic listing shows as UNSPEC, from the recorded ones.
func TestClassicUnspec(t *testing.T) {
	numbers := []uint16{
		2, 4, 5, 8, 19, 24, 27, 32, 280, 517, 518, 519, 769, 771, 773, 775, 777, 778, 779, 781,
		784, 785, 786, 787, 801, 802, 803, 804, 823, 65534, 65535,
	}
	for _, n := range numbers {
		if diff := cmp.Diff(unspecAddr, show(Classic.ByNumber(n), addr)); diff != "" {
			t.Errorf("type %d (-want +got):\n%s", n, diff)
		}
	}
}

func TestNullAddressIsShown(t *testing.T) {
	tests := []struct {
		arphrd uint16
		want   string
	}{
		{1, "ether (Ethernet) [00:00:00:00:00:00]"},
		{3, "ax25 (AMPR AX.25) []"},
		{7, "arcnet (ARCnet) [00]"},
		{15, "dlci (Frame Relay DLCI) [0]"},
		{270, "rose (AMPR ROSE) [0000000000]"},
		{271, "x25 (generic X.25) []"},
		{65534, "unspec (UNSPEC) [00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00]"},
	}
	for _, test := range tests {
		for _, null := range [][]byte{nil, make([]byte, 14)} {
			if diff := cmp.Diff(test.want, show(Classic.ByNumber(test.arphrd), null)); diff != "" {
				t.Errorf("type %d (-want +got):\n%s", test.arphrd, diff)
			}
		}
	}
}

func TestSetsDiffer(t *testing.T) {
	const (
		lower = "ether (Ethernet) [02:a0:b2:0c:de:f1]"
		upper = "ether (Ethernet) [02:A0:B2:0C:DE:F1]"
	)
	tests := []struct {
		set    Set
		arphrd uint16
		want   string
	}{
		{NetTools160, 1, upper},
		{NetTools160, 800, "tr (16/4 Mbps Token Ring (New)) [02:A0:B2:0C:DE:F1]"},
		{NetTools160, 32, unspecAddr},
		{RedHat, 1, upper},
		{RedHat, 32, "infiniband (InfiniBand) [02:A0:B2:0C:DE:F1:1A:77:00:00:00:00:00:00:00:00:00:00:00:00]"},
		{RedHat, 7, "arcnet (ARCnet) [02]"},
		{NetTools210, 1, lower},
		{NetTools210, 781, "ash (Ash) [[2ffcff17ffffff" + strings.Repeat("0", 50) + "]]"},
		{NetTools210, 27, "eui64 (Generic EUI-64) [02:A0:B2:0C:DE:F1:1A:77]"},
		{NetTools210, 6, unspecAddr},
		{NetTools210, 800, unspecAddr},
		{NetTools210, 32, unspecAddr},
		{NetTools210, 257, "cslip (VJ Serial Line IP)"},
		{NetTools210, 768, "tunnel (IPIP Tunnel) []"},
		{Busybox, 772, "loop (Local Loopback)"},
		{Busybox, 1, upper},
		{Busybox, 512, "ppp (Point-to-Point Protocol)"},
		{Busybox, 776, "sit (IPv6-in-IPv4)"},
		{Busybox, 32, "infiniband (InfiniBand) [02-A0-B2-0C-DE-F1-1A-77-00-00-00-00-00-00-00-00]"},
		{Busybox, 256, unspecAddr},
		{Busybox, 257, " (UNSPEC) [02-A0-B2-0C-DE-F1-1A-77-00-00-00-00-00-00-00-00]"},
		{Busybox, 513, unspecAddr},
		{Busybox, 270, unspecAddr},
		{Busybox, 768, unspecAddr},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, show(test.set.ByNumber(test.arphrd), addr)); diff != "" {
			t.Errorf("set %#x, type %d (-want +got):\n%s", test.set, test.arphrd, diff)
		}
	}
}

func TestProperties(t *testing.T) {
	var compressed, keepalive, busyboxCompressed, busyboxKeepalive []uint16
	for n := range uint16(0xffff) {
		if Classic.ByNumber(n).Compressed {
			compressed = append(compressed, n)
		}
		if Classic.ByNumber(n).Keepalive {
			keepalive = append(keepalive, n)
		}
		if Busybox.ByNumber(n).Compressed {
			busyboxCompressed = append(busyboxCompressed, n)
		}
		if Busybox.ByNumber(n).Keepalive {
			busyboxKeepalive = append(busyboxKeepalive, n)
		}
	}
	for _, test := range []struct {
		name      string
		want, got []uint16
	}{
		{"compressed", []uint16{257, 259}, compressed},
		{"keepalive", []uint16{256, 257, 258, 259, 264}, keepalive},
		{"compressed of busybox", []uint16{257, 259}, busyboxCompressed},
		{"keepalive of busybox", nil, busyboxKeepalive},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// list lays the keywords of a set out as usage texts do.
func list(types Set, which func(*Type) bool) string {
	var words []string
	for t := range types.All() {
		if which(t) {
			words = append(words, fmt.Sprintf("%s (%s)", t.Keyword, t.Title))
		}
	}
	return strings.Join(words, "\n")
}

func TestUsageOrder(t *testing.T) {
	every := func(*Type) bool { return true }
	const classic = `loop (Local Loopback)
slip (Serial Line IP)
cslip (VJ Serial Line IP)
slip6 (6-bit Serial Line IP)
cslip6 (VJ 6-bit Serial Line IP)
adaptive (Adaptive Serial Line IP)
ether (Ethernet)
tr (16/4 Mbps Token Ring)
tr (16/4 Mbps Token Ring (New))
ax25 (AMPR AX.25)
netrom (AMPR NET/ROM)
rose (AMPR ROSE)
tunnel (IPIP Tunnel)
ppp (Point-to-Point Protocol)
hdlc ((Cisco)-HDLC)
lapb (LAPB)
arcnet (ARCnet)
dlci (Frame Relay DLCI)
frad (Frame Relay Access Device)
sit (IPv6-in-IPv4)
fddi (Fiber Distributed Data Interface)
hippi (HIPPI)
irda (IrLAP)
ec (Econet)
x25 (generic X.25)`
	for _, set := range []Set{Classic, NetTools160} {
		if diff := cmp.Diff(classic, list(set, every)); diff != "" {
			t.Errorf("set %#x (-want +got):\n%s", set, diff)
		}
	}
	const arp210 = `ash (Ash)
ether (Ethernet)
ax25 (AMPR AX.25)
netrom (AMPR NET/ROM)
rose (AMPR ROSE)
arcnet (ARCnet)
dlci (Frame Relay DLCI)
fddi (Fiber Distributed Data Interface)
hippi (HIPPI)
irda (IrLAP)
x25 (generic X.25)
eui64 (Generic EUI-64)`
	if diff := cmp.Diff(arp210, list(NetTools210, func(t *Type) bool { return t.ARP })); diff != "" {
		t.Errorf("types of arp (-want +got):\n%s", diff)
	}
}

func TestAllStopsWhenToldTo(t *testing.T) {
	n := 0
	for range Classic.All() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("yielded %d types, want 3", n)
	}
}
