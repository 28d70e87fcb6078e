package ioctl

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// memory is a value as the kernel reads it.
func memory[T any](v *T) []byte { return unsafe.Slice((*byte)(unsafe.Pointer(v)), unsafe.Sizeof(*v)) }

// piece is a field of a C struct: where it is on 64 and on 32 bits, and its
// bytes.
type piece struct {
	at64, at32 int
	bytes      []byte
}

// holds checks that a value has these pieces, and zeros elsewhere but in the
// pointer at skip.
func holds[T any](t *testing.T, v *T, skip int, pieces ...piece) {
	t.Helper()
	want := make([]byte, unsafe.Sizeof(*v))
	for _, p := range pieces {
		copy(want[at(p.at64, p.at32):], p.bytes)
	}
	got := bytes.Clone(memory(v))
	if skip >= 0 {
		clear(got[skip : skip+pointerSize])
	}
	equal(t, want, got)
}

func at(on64, on32 int) int {
	if pointerSize == 8 {
		return on64
	}
	return on32
}

func inet(text string) []byte {
	sa := InetSockaddr(netip.MustParseAddr(text))
	return sa[:]
}

func native16(v uint16) []byte { return binary.NativeEndian.AppendUint16(nil, v) }
func native32(v uint32) []byte { return binary.NativeEndian.AppendUint32(nil, v) }

// long is an unsigned long.
func long(v uint64) []byte {
	if pointerSize == 4 {
		return native32(uint32(v))
	}
	return binary.NativeEndian.AppendUint64(nil, v)
}

// TestRouteEntry lays struct rtentry of <linux/route.h> out.
func TestRouteEntry(t *testing.T) {
	r := Route{
		Dst: netip.MustParseAddr("10.3.0.0"), Gateway: netip.MustParseAddr("10.0.0.1"), Genmask: netip.MustParseAddr("255.255.0.0"),
		Flags: RouteUp | RouteGateway | RouteReject, Metric: -2, Device: "eth1:0", MTU: 1400, Window: 1 << 31, IRTT: 300,
	}
	var device [nameSize]byte
	arg, ok := r.entry(&device)
	if !ok || arg.dev != &device[0] || cString(device[:]) != "eth1:0" {
		t.Errorf("%v, device %q", ok, device)
	}
	holds(t, &arg, at(88, 68), piece{8, 4, inet("10.3.0.0")}, piece{24, 20, inet("10.0.0.1")}, piece{40, 36, inet("255.255.0.0")},
		piece{56, 52, native16(0x203)}, piece{80, 64, native16(0xfffe)}, piece{96, 72, long(1400)}, piece{104, 76, long(1 << 31)}, piece{112, 80, native16(300)})
}

// An address that isn't given is zeros, without a family; so is the family of a
// host's mask. No device is no pointer.
func TestBareRouteEntry(t *testing.T) {
	var device [nameSize]byte
	arg, ok := (&Route{}).entry(&device)
	equal(t, true, ok)
	holds(t, &arg, -1)
	arg, ok = (&Route{HostGenmask: true}).entry(&device)
	equal(t, true, ok)
	holds(t, &arg, -1, piece{40, 36, []byte("\x00\x00\x00\x00\xff\xff\xff\xff")})
	if arg, _ = (&Route{EmptyDevice: true}).entry(&device); arg.dev != &device[0] || device[0] != 0 {
		t.Errorf("an empty device is sent as %q", device)
	}
	arg, _ = (&Route{Device: strings.Repeat("x", 99)}).entry(&device)
	equal(t, strings.Repeat("x", 15)+"\x00", string(device[:]))
}

// TestRouteMessage lays struct in6_rtmsg of <linux/ipv6_route.h> out.
func TestRouteMessage(t *testing.T) {
	dst, gateway := netip.MustParseAddr("2001:db8:1::"), netip.MustParseAddr("fe80::9")
	r := Route6{Dst: dst, PrefixLen: 48, Gateway: gateway, Metric: 7, Flags: RouteUp | RouteGateway, Index: 258}
	arg := r.message()
	d, g := dst.As16(), gateway.As16()
	holds(t, &arg, -1, piece{0, 0, d[:]}, piece{32, 32, g[:]}, piece{52, 52, native16(48)}, piece{56, 56, native32(7)},
		piece{72, 64, native32(3)}, piece{76, 68, native32(258)})
	arg = (&Route6{Dst: dst}).message()
	holds(t, &arg, -1, piece{0, 0, d[:]})
}

// TestARPRequest lays struct arpreq of <linux/if_arp.h> out.
func TestARPRequest(t *testing.T) {
	e := ARPEntry{
		Addr: netip.MustParseAddr("10.0.0.9"), Hw: HardwareAddr{Type: unix.ARPHRD_AX25, Data: [14]byte{1, 2, 3}},
		Flags: ARPComplete | ARPPermanent, Netmask: netip.MustParseAddr("255.0.0.0"), Device: "eth1",
	}
	arg, ok := e.request()
	equal(t, true, ok)
	holds(t, &arg, -1, piece{0, 0, inet("10.0.0.9")}, piece{16, 16, append(native16(unix.ARPHRD_AX25), 1, 2, 3)},
		piece{32, 32, native32(6)}, piece{36, 36, inet("255.0.0.0")}, piece{52, 52, []byte("eth1")})
	e.Device = strings.Repeat("x", 99)
	arg, _ = e.request()
	equal(t, strings.Repeat("x", 15)+"\x00", string(arg.dev[:]))
	for _, broken := range []ARPEntry{{}, {Addr: netip.MustParseAddr("::1")}, {Addr: e.Addr, Netmask: netip.MustParseAddr("::1")}} {
		if _, ok := broken.request(); ok {
			t.Errorf("%+v is sent", broken)
		}
	}
}

// The others are laid out by their fields' order alone.
func TestOffsets(t *testing.T) {
	var conf ifconf
	var six ifreq6
	var m ifmap
	equal(t, [3]int{at(8, 4), 16, 20}, [3]int{int(unsafe.Offsetof(conf.buf)), int(unsafe.Offsetof(six.prefixLen)), int(unsafe.Offsetof(six.index))})
	equal(t, [5]int{at(8, 4), at(16, 8), at(18, 10), at(19, 11), at(20, 12)}, [5]int{
		int(unsafe.Offsetof(m.memEnd)), int(unsafe.Offsetof(m.baseAddr)), int(unsafe.Offsetof(m.irq)), int(unsafe.Offsetof(m.dma)), int(unsafe.Offsetof(m.port)),
	})
}
