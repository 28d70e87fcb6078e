package ifconfig

import (
	"encoding/binary"
	"net/netip"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// screen is a block as somebody captured it, without its last, empty line.
type screen struct {
	name, dialect string
	change        func(*Interface)
	want          string
}

// The dialects of distributions that nobody can run here are held to captured
// screens: what stands in them, and nothing else, is known.
func TestCapturedScreens(t *testing.T) {
	a := netip.MustParseAddr
	for _, s := range []screen{
		{"Red Hat", "redhat", func(i *Interface) {
			i.Name, i.Hw.Data = "eth0", [14]byte{0x00, 0x0c, 0x29, 0x40, 0x93, 0x9c}
			i.Stats = &procnet.Stats{RxPackets: 1212, TxPackets: 1058, RxBytes: 138184, TxBytes: 0}
			i.Map = ioctl.Map{IRQ: 67, BaseAddr: 0x2000}
			i.Inet6 = nil
		}, "" +
			"eth0      Link encap:Ethernet  HWaddr 00:0C:29:40:93:9C  \n" +
			"          inet addr:192.168.1.1  Bcast:192.168.1.255  Mask:255.255.255.0\n" +
			"          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n" +
			"          RX packets:1212 errors:0 dropped:0 overruns:0 frame:0\n" +
			"          TX packets:1058 errors:0 dropped:0 overruns:0 carrier:0\n" +
			"          collisions:0 txqueuelen:1000 \n" +
			"          RX bytes:138184 (134.9 KiB)  TX bytes:0 (0.0 b)\n" +
			"          Interrupt:67 Base address:0x2000 \n\n"},
		{"Ubuntu", "ubuntu", func(i *Interface) {
			i.Stats = &procnet.Stats{RxBytes: 20748, TxBytes: 140569143}
			i.Map, i.Inet6 = ioctl.Map{}, nil
		}, "" +
			"eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n" +
			"          inet addr:192.168.1.1  Bcast:192.168.1.255  Mask:255.255.255.0\n" +
			"          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n" +
			"          RX packets:0 errors:0 dropped:0 overruns:0 frame:0\n" +
			"          TX packets:0 errors:0 dropped:0 overruns:0 carrier:0\n" +
			"          collisions:0 txqueuelen:1000 \n" +
			"          RX bytes:20748 (20.7 KB)  TX bytes:140569143 (140.5 MB)\n\n"},
		{"Debian's tun", "debian", func(i *Interface) {
			i.Name, i.Hw, i.Map, i.Inet6 = "tun0", ioctl.HardwareAddr{Type: 65534}, ioctl.Map{}, nil
			i.Flags = ioctl.FlagUp | ioctl.FlagPointToPoint | ioctl.FlagRunning | ioctl.FlagNoARP | ioctl.FlagMulticast
			i.Addr, i.Peer, i.Netmask = a("10.8.0.6"), a("10.8.0.5"), a("255.255.255.255")
			i.TxQueueLen = 100
			i.Stats = &procnet.Stats{RxBytes: 140569143, TxBytes: 1024}
		}, "" +
			"tun0      Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  \n" +
			"          inet addr:10.8.0.6  P-t-P:10.8.0.5  Mask:255.255.255.255\n" +
			"          UP POINTOPOINT RUNNING NOARP MULTICAST  MTU:1500  Metric:1\n" +
			"          RX packets:0 errors:0 dropped:0 overruns:0 frame:0\n" +
			"          TX packets:0 errors:0 dropped:0 overruns:0 carrier:0\n" +
			"          collisions:0 txqueuelen:100 \n" +
			"          RX bytes:140569143 (134.0 MiB)  TX bytes:1024 (1024.0 B)\n\n"},
	} {
		i := card()
		s.change(&i)
		if diff := cmp.Diff(s.want, show(s.dialect, i)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", s.name, diff)
		}
	}
}

// Addresses of unknown link types are upper case with hyphens everywhere, and
// whatever isn't captured is as in the classic dialect.
func TestCapturedDialectsAreElseClassic(t *testing.T) {
	i := card()
	i.Hw = ioctl.HardwareAddr{Type: 65534, Data: [14]byte{0xab, 0xcd}}
	i.Stats = nil
	i.Name = "averylongdevice"
	i.Inet6 = append(i.Inet6, procnet.Inet6Addr{Addr: netip.MustParseAddr("::ffff:1.2.3.4"), Scope: 0x30})
	for _, dialect := range []string{"debian", "ubuntu", "redhat"} {
		if diff := cmp.Diff(show("classic", i), show(dialect, i)); diff != "" {
			t.Errorf("%s (-classic +got)\n%s", dialect, diff)
		}
		classic, other := formatter("classic"), formatter(dialect)
		if diff := cmp.Diff(classic.AppendShort(nil, &i), other.AppendShort(nil, &i)); diff != "" {
			t.Errorf("%s, short (-classic +got)\n%s", dialect, diff)
		}
	}
}

// Ash's printer in net-tools 2.x reads on behind the address: 64 digits, each
// the first of a byte.
func TestAshReadsOn(t *testing.T) {
	i := card()
	i.Hw = ioctl.HardwareAddr{Type: 781}
	i.Stats = &procnet.Stats{RxPackets: 7, RxBytes: 700}
	behind := "1000" + "0000" + "70000000" + "00000000" + "f2000000"
	switch {
	case binary.NativeEndian.Uint16([]byte{0, 1}) == 1: // as Debian's on s390x
		behind = "0001" + "0000" + "00000007" + "00000000" + "0000002f"
	case runtime.GOARCH == "386": // as Debian's on i386
		behind = "1000" + "70000000" + "00000000" + "f2000000" + "0000"
	}
	want := "        ash [00000000000000000000000000000000" + behind + "]  txqueuelen 1000  (Ash)"
	if got := lineOf(show("net-tools-2.10", i), 3); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	i.Stats = nil
	if got, want := lineOf(show("net-tools-2.10", i), 3), "        ash  txqueuelen 1000  (Ash)"; got != want {
		t.Errorf("alias: got  %q\nwant %q", got, want)
	}
	i.Hw.Data = [14]byte{0x02, 0x9a}
	if got, want := lineOf(show("net-tools-2.10", i), 3)[:18], "        ash [2f000"; got != want {
		t.Errorf("alias with an address: got  %q\nwant %q", got, want)
	}
}

func TestBusyboxHasNoNameForDynamic(t *testing.T) {
	i := card()
	i.Flags = ioctl.FlagUp | ioctl.FlagDynamic
	if got, want := lineOf(show("busybox", i), 3), "          UP  MTU:1500  Metric:1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	i.Flags = ioctl.FlagDynamic
	if got, want := lineOf(show("busybox", i), 3), "           MTU:1500  Metric:1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Option, variable and the machine's file choose, in this order. An unknown name
// of the option ends the command before it does anything; elsewhere, where `list`
// is one too, it ends listings and nothing else.
func TestDialectChoice(t *testing.T) {
	const unknown = "ifconfig: unknown dialect `Busybox'; known are: classic net-tools-1.60 debian ubuntu redhat busybox net-tools-2.10 net-tools-git\n4\n"
	k, f := town()
	f["$CLASSICNET_DIALECT"] = "classic"
	if got := start(k, f, "--dialect=Busybox", "eth1", "up").String(); got != unknown || changes(k) != "" {
		t.Errorf("option: %s%s", got, k)
	}
	for _, source := range []string{"$CLASSICNET_DIALECT", "/etc/classicnet/dialect"} {
		for _, name := range []string{"Busybox", "list"} {
			k, f := town()
			f[source] = name
			if got := start(k, f, "eth1").String(); got != strings.Replace(unknown, "Busybox", name, 1) {
				t.Errorf("%s, listing: %s", source, got)
			}
			if got := start(k, f, "eth1", "up").String(); got != "0\n" {
				t.Errorf("%s, change: %s", source, got)
			}
		}
	}
}

// The file's first word counts, whatever stands around it; an empty one is none.
func TestDialectOfTheMachine(t *testing.T) {
	k, f := town()
	classic := start(k, f, "eth1").String()
	busybox := start(k, f, "--dialect=busybox", "eth1").String()
	for text, want := range map[string]string{"": classic, " \n": classic, "\n busybox since 2026\n": busybox, "busybox": busybox} {
		f["/etc/classicnet/dialect"] = text
		if got := start(k, f, "eth1").String(); got != want {
			t.Errorf("%q: %s", text, got)
		}
		f["$CLASSICNET_DIALECT"] = "classic"
		if got := start(k, f, "eth1").String(); got != classic {
			t.Errorf("%q and the variable: %s", text, got)
		}
		delete(f, "$CLASSICNET_DIALECT")
	}
}

// What net-tools does since 2.10, and all else as it did.
func TestNetToolsGit(t *testing.T) {
	i := card()
	i.Flags = i.Flags&^ioctl.FlagBroadcast | ioctl.FlagPointToPoint | ioctl.FlagPromisc
	i.Stats = &procnet.Stats{RxPackets: 1, RxErrors: 4, RxFrame: 3, RxCompressed: 9, TxErrors: 5, TxFIFO: 6, TxCompressed: 0}
	block := show("net-tools-git", i)
	for _, want := range []string{
		"        RX packets 1  bytes 0 (0.0 B)\n        RX compressed 9\n        RX errors 4  dropped 0  overruns 0  frame 3\n",
		"        TX packets 0  bytes 0 (0.0 B)\n        TX errors 5  dropped 0  overruns 6  carrier 0  collisions 0\n",
	} {
		if !strings.Contains(block, want) {
			t.Errorf("no %q in\n%s", want, block)
		}
	}
	i.Stats.RxCompressed, i.Stats.TxCompressed, i.Hw.Type = 0, 7, 256 // SLIP
	block = show("net-tools-git", i)
	if strings.Contains(block, "RX compressed") || !strings.Contains(block, "        TX compressed 7\n        TX errors") {
		t.Errorf("%s", block)
	}
	f := formatter("net-tools-git")
	const want = "Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n" +
		"eth1             1500        1      7      0 0             0      5      0      6 MPpRU\n"
	if got := string(f.AppendShort(f.AppendShortHeader(nil), &i)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	plain := card()
	plain.Stats.TxFIFO = 3
	if got, want := show("net-tools-git", plain), strings.Replace(show("net-tools-2.10", plain), "0 overruns 3", "0  overruns 3", 1); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
