package ifconfig

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"classicnet/internal/netlab"
	"classicnet/ioctl"
)

// encap is a link type as the classic listing shows it: the title and, where it
// has an address, the form of that.
type encap struct {
	number int
	title  string
	form   func(b []byte) string
}

// The forms of addresses, of the bytes that the kernel tells.
func colons(b []byte) string { return strings.ReplaceAll(fmt.Sprintf("% x", b[:6]), " ", ":") }
func upper(b []byte) string  { return strings.ToUpper(colons(b)) }
func dashes(b []byte) string { return strings.ReplaceAll(upper(b), ":", "-") }
func rose(b []byte) string   { return fmt.Sprintf("%x", b[:5]) }
func first(b []byte) string  { return fmt.Sprintf("%02X", b[0]) }
func dlci(b []byte) string   { return fmt.Sprint(int16(binary.NativeEndian.Uint16(b))) }
func irda(b []byte) string   { return fmt.Sprintf("%02x:%02x:%02x:%02x", b[3], b[2], b[1], b[0]) }
func empty([]byte) string    { return "" }
func digits(b []byte) string { return string(b[:bytes.IndexByte(b, 0)]) }
func groups(b []byte) string {
	return strings.ReplaceAll(fmt.Sprintf("% X", append(b[:8:8], make([]byte, 8)...)), " ", "-")
}

// callsign is a text of letters shifted left, and a station's number.
func callsign(b []byte) (text string) {
	for _, c := range b[:6] {
		if c == 0 {
			break
		}
		text += string([]byte{c >> 1})
	}
	if station := b[6] >> 1 & 15; station > 0 {
		text += fmt.Sprintf("-%d", station)
	}
	return text
}

func encaps() []encap {
	list := []encap{
		{772, "Local Loopback", nil}, {256, "Serial Line IP", nil}, {257, "VJ Serial Line IP", nil}, {258, "6-bit Serial Line IP", nil},
		{259, "VJ 6-bit Serial Line IP", nil}, {264, "Adaptive Serial Line IP", nil}, {1, "Ethernet", colons}, {6, "16/4 Mbps Token Ring", upper},
		{800, "16/4 Mbps Token Ring (New)", upper}, {3, "AMPR AX.25", callsign}, {0, "AMPR NET/ROM", callsign}, {270, "AMPR ROSE", rose},
		{768, "IPIP Tunnel", empty}, {512, "Point-to-Point Protocol", nil}, {513, "(Cisco)-HDLC", nil}, {516, "LAPB", nil}, {7, "ARCnet", first},
		{15, "Frame Relay DLCI", dlci}, {770, "Frame Relay Access Device", nil}, {776, "IPv6-in-IPv4", nil},
		{774, "Fiber Distributed Data Interface", dashes}, {780, "HIPPI", upper}, {783, "IrLAP", irda}, {782, "Econet", nil}, {271, "generic X.25", digits},
	}
	for _, number := range []int{
		2, 4, 5, 8, 19, 24, 27, 32, 260, 272, 280, 517, 518, 519, 769, 771, 773, 775, 777, 778, 779, 781, 784, 785, 786, 787,
		801, 802, 803, 804, 805, 820, 823, 825, 826, 65534, 65535,
	} {
		list = append(list, encap{number, "UNSPEC", groups})
	}
	return list
}

// TestLinkTypesOfTheKernel shows a tun and a tap of every type, the tap with an
// address of as many bytes as the type has.
func TestLinkTypesOfTheKernel(t *testing.T) {
	netlab.Need(t, netlab.Tun)
	lab := netlab.Inside(t)
	if lab == nil {
		return
	}
	c, err := ioctl.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, e := range encaps() {
		tun, tap := fmt.Sprintf("t%d", e.number), fmt.Sprintf("a%d", e.number)
		lab.Sh(fmt.Sprintf("mktun %s %d; mktun %s %d 02:a0:82:8c:de:f2", tun, e.number, tap, e.number))
		for _, name := range []string{tun, tap} {
			hw, err := c.HardwareAddr(name)
			if err != nil || int(hw.Type) != e.number {
				t.Errorf("%s: type %d, %v", name, hw.Type, err)
			}
			want := fmt.Sprintf("%-9s Link encap:%s  ", name, e.title)
			if e.form != nil {
				want += "HWaddr " + e.form(hw.Data[:]) + "  "
			}
			if got := lineOf(onKernel(name).stdout.String(), 0); got != want {
				t.Errorf("%d: %q, want %q", e.number, got, want)
			}
		}
	}
	if got, want := strings.Count(onKernel("-a").stdout.String(), "Link encap:"), 2*len(encaps())+1; got != want {
		t.Errorf("%d blocks, want %d", got, want)
	}
}
