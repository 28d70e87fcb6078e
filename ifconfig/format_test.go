package ifconfig

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// formatter returns the one of a dialect that exists.
func formatter(name string) Formatter {
	f, _ := NewFormatter(name)
	return f
}

// show is a listing of interfaces in the long format.
func show(dialect string, list ...Interface) string {
	var b []byte
	for i := range list {
		b = formatter(dialect).AppendLong(b, &list[i])
	}
	return string(b)
}

// card is the tutorial's eth1.
func card() Interface {
	a := netip.MustParseAddr
	return Interface{
		Name:  "eth1",
		Hw:    ioctl.HardwareAddr{Type: 1, Data: [14]byte{0x00, 0x0d, 0x61, 0x0b, 0xd9, 0xa0}},
		Flags: ioctl.FlagUp | ioctl.FlagBroadcast | ioctl.FlagRunning | ioctl.FlagMulticast,
		MTU:   1500, TxQueueLen: 1000,
		Map:  ioctl.Map{IRQ: 21, BaseAddr: 0xa000},
		Addr: a("192.168.1.1"), Broadcast: a("192.168.1.255"), Netmask: a("255.255.255.0"),
		Inet6: []procnet.Inet6Addr{{Addr: a("fe80::20d:61ff:fe0b:d9a0"), Index: 2, PrefixLen: 64, Scope: 0x20, Name: "eth1"}},
		Stats: &procnet.Stats{RxPackets: 213915, RxBytes: 140569143, TxPackets: 211302, TxBytes: 188664521},
	}
}

// alias is the tutorial's eth1:0.
func alias() Interface {
	c := card()
	c.Name, c.Stats, c.Inet6 = "eth1:0", nil, nil
	c.Addr, c.Broadcast = netip.MustParseAddr("192.168.0.1"), netip.MustParseAddr("192.168.0.255")
	return c
}

func TestTheTutorialsScreen(t *testing.T) {
	const want = "" +
		"eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n" +
		"          inet addr:192.168.1.1  Bcast:192.168.1.255  Mask:255.255.255.0\n" +
		"          inet6 addr: fe80::20d:61ff:fe0b:d9a0/64 Scope:Link\n" +
		"          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n" +
		"          RX packets:213915 errors:0 dropped:0 overruns:0 frame:0\n" +
		"          TX packets:211302 errors:0 dropped:0 overruns:0 carrier:0\n" +
		"          collisions:0 txqueuelen:1000 \n" +
		"          RX bytes:140569143 (134.0 MB)  TX bytes:188664521 (179.9 MB)\n" +
		"          Interrupt:21 Base address:0xa000 \n" +
		"\n" +
		"eth1:0    Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  \n" +
		"          inet addr:192.168.0.1  Bcast:192.168.0.255  Mask:255.255.255.0\n" +
		"          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n" +
		"          Interrupt:21 Base address:0xa000 \n" +
		"\n"
	if diff := cmp.Diff(want, show("classic", card(), alias())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTheScreenOfNetTools2(t *testing.T) {
	const want = "" +
		"eth1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n" +
		"        inet 192.168.1.1  netmask 255.255.255.0  broadcast 192.168.1.255\n" +
		"        inet6 fe80::20d:61ff:fe0b:d9a0  prefixlen 64  scopeid 0x20<link>\n" +
		"        ether 00:0d:61:0b:d9:a0  txqueuelen 1000  (Ethernet)\n" +
		"        RX packets 213915  bytes 140569143 (134.0 MiB)\n" +
		"        RX errors 0  dropped 0  overruns 0  frame 0\n" +
		"        TX packets 211302  bytes 188664521 (179.9 MiB)\n" +
		"        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n" +
		"        device interrupt 21  base 0xa000  \n" +
		"\n"
	if diff := cmp.Diff(want, show("net-tools-2.10", card())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// line is one line of a block.
type line struct {
	name   string
	change func(*Interface)
	number int // counted from 0
	want   map[string]string
}

func TestLines(t *testing.T) {
	a := netip.MustParseAddr
	for _, l := range []line{
		{"long name", func(i *Interface) { i.Name = "abcdefghijklmno" }, 0, map[string]string{
			"classic":        "abcdefghijklmno Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  ",
			"net-tools-1.60": "abcdefghi Link encap:Ethernet  HWaddr 00:0D:61:0B:D9:A0  ",
			"busybox":        "abcdefghijklmno Link encap:Ethernet  HWaddr 00:0D:61:0B:D9:A0  ",
			"redhat":         "abcdefghijklmno Link encap:Ethernet  HWaddr 00:0D:61:0B:D9:A0  ",
			"net-tools-2.10": "abcdefghijklmno: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500",
		}},
		{"media", func(i *Interface) { i.Flags |= ioctl.FlagPortSelect; i.Map.Port = 2 }, 0, map[string]string{
			"classic": "eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  Media:10baseT",
		}},
		{"media auto", func(i *Interface) { i.Flags |= ioctl.FlagPortSelect | ioctl.FlagAutoMedia; i.Map.Port = 200 }, 0, map[string]string{
			"classic": "eth1      Link encap:Ethernet  HWaddr 00:0d:61:0b:d9:a0  Media:unknown(auto)",
		}},
		{"point to point", func(i *Interface) {
			i.Flags = i.Flags&^ioctl.FlagBroadcast | ioctl.FlagPointToPoint
			i.Peer = a("10.0.0.2")
		}, 1, map[string]string{
			"classic":        "          inet addr:192.168.1.1  P-t-P:10.0.0.2  Mask:255.255.255.0",
			"net-tools-2.10": "        inet 192.168.1.1  netmask 255.255.255.0  destination 10.0.0.2",
		}},
		{"both", func(i *Interface) { i.Flags |= ioctl.FlagPointToPoint; i.Peer = a("10.0.0.2") }, 1, map[string]string{
			"classic":        "          inet addr:192.168.1.1  P-t-P:10.0.0.2  Bcast:192.168.1.255  Mask:255.255.255.0",
			"net-tools-2.10": "        inet 192.168.1.1  netmask 255.255.255.0  broadcast 192.168.1.255  destination 10.0.0.2",
		}},
		{"nothing set", func(i *Interface) { i.Netmask, i.Broadcast = netip.Addr{}, netip.Addr{} }, 1, map[string]string{
			"classic": "          inet addr:192.168.1.1  Bcast:[NONE SET]  Mask:[NONE SET]",
		}},
		{"broadcast of zero", func(i *Interface) { i.Broadcast = a("0.0.0.0") }, 1, map[string]string{
			"classic": "          inet addr:192.168.1.1  Bcast:0.0.0.0  Mask:255.255.255.0",
		}},
		{"mapped", func(i *Interface) { i.Inet6[0].Addr, i.Inet6[0].Scope = a("::ffff:1.2.3.4"), 0 }, 2, map[string]string{
			"classic":        "          inet6 addr: 1.2.3.4/64 Scope:Global",
			"net-tools-1.60": "          inet6 addr: ::ffff:1.2.3.4/64 Scope:Global",
			"busybox":        "          inet6 addr: ::ffff:1.2.3.4/64 Scope:Global",
			"net-tools-2.10": "        inet6 1.2.3.4  prefixlen 64  scopeid 0x0<global>",
		}},
		{"odd scope", func(i *Interface) { i.Inet6[0].Scope = 0x02 }, 2, map[string]string{
			"classic":        "          inet6 addr: fe80::20d:61ff:fe0b:d9a0/64 Scope:Unknown",
			"busybox":        "          inet6 addr: fe80::20d:61ff:fe0b:d9a0/64 Scope:Global",
			"net-tools-2.10": "        inet6 fe80::20d:61ff:fe0b:d9a0  prefixlen 64  scopeid 0x2",
		}},
		{"compat site", func(i *Interface) { i.Inet6[0].Scope = 0xc0 }, 2, map[string]string{
			"classic":        "          inet6 addr: fe80::20d:61ff:fe0b:d9a0/64 Scope:Unknown",
			"net-tools-2.10": "        inet6 fe80::20d:61ff:fe0b:d9a0  prefixlen 64  scopeid 0xc0<compat,site>",
		}},
		{"compat", func(i *Interface) { i.Inet6[0].Scope = 0x80 }, 2, map[string]string{
			"classic":        "          inet6 addr: fe80::20d:61ff:fe0b:d9a0/64 Scope:Compat",
			"net-tools-2.10": "        inet6 fe80::20d:61ff:fe0b:d9a0  prefixlen 64  scopeid 0x80<compat,global>",
		}},
		{"no flags", func(i *Interface) { i.Flags = 0 }, 3, map[string]string{
			"classic": "          [NO FLAGS]  MTU:1500  Metric:1",
		}},
		{"no flags", func(i *Interface) { i.Flags = 0 }, 0, map[string]string{
			"net-tools-2.10": "eth1: flags=0<  mtu 1500",
		}},
		{"nameless flags", func(i *Interface) { i.Flags = ioctl.FlagPortSelect }, 3, map[string]string{
			"classic": "           MTU:1500  Metric:1",
		}},
		{"nameless flags", func(i *Interface) { i.Flags = ioctl.FlagPortSelect }, 0, map[string]string{
			"net-tools-2.10": "eth1: flags=8192  mtu 1500",
		}},
		{"all flags", func(i *Interface) { i.Flags = 0xffff }, 3, map[string]string{
			"classic": "          UP BROADCAST DEBUG LOOPBACK POINTOPOINT NOTRAILERS RUNNING NOARP PROMISC ALLMULTI SLAVE MASTER MULTICAST DYNAMIC  MTU:1500  Metric:1",
		}},
		{"all flags", func(i *Interface) { i.Flags = 0xffff }, 0, map[string]string{
			"net-tools-2.10": "eth1: flags=-1<UP,BROADCAST,DEBUG,LOOPBACK,POINTOPOINT,NOTRAILERS,RUNNING,NOARP,PROMISC,ALLMULTI,SLAVE,MASTER,MULTICAST,DYNAMIC>  mtu 1500",
		}},
		{"metric", func(i *Interface) { i.Metric = 3 }, 3, map[string]string{
			"classic": "          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:3",
		}},
		{"timers of another link type", func(i *Interface) { i.Outfill = 3 }, 3, map[string]string{
			"classic": "          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1",
		}},
		{"timers", func(i *Interface) { i.Hw.Type, i.Outfill = 256, 3 }, 3, map[string]string{
			"classic": "          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1  Outfill:3  Keepalive:0",
			"busybox": "          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1",
		}},
		{"compressed", func(i *Interface) { i.Hw.Type, i.Stats.RxCompressed = 257, 9 }, 5, map[string]string{
			"classic": "             compressed:9",
		}},
		{"compressed", func(i *Interface) { i.Hw.Type, i.Stats.TxCompressed = 259, 9 }, 7, map[string]string{
			"classic": "          collisions:0 compressed:9 txqueuelen:1000 ",
		}},
		{"no queue length", func(i *Interface) { i.TxQueueLen = -1 }, 6, map[string]string{
			"classic": "          collisions:0 ",
		}},
		{"bus", func(i *Interface) {
			i.Map = ioctl.Map{IRQ: 5, BaseAddr: 0x300, MemStart: 0xc0000, MemEnd: 0xc4000, DMA: 10}
		}, 8, map[string]string{
			"classic":        "          Interrupt:5 Base address:0x300 Memory:c0000-c4000 DMA chan:a ",
			"net-tools-2.10": "        device interrupt 5  base 0x300  memory 0xc0000-c4000    dma 0xa",
		}},
		{"low port", func(i *Interface) { i.Map = ioctl.Map{BaseAddr: 0x20} }, 8, map[string]string{
			"classic":        "",
			"net-tools-1.60": "          ",
			"busybox":        "          ",
		}},
	} {
		for dialect, want := range l.want {
			i := card()
			l.change(&i)
			if got := lineOf(show(dialect, i), l.number); got != want {
				t.Errorf("%s, %s:\ngot  %q\nwant %q", l.name, dialect, got, want)
			}
		}
	}
}

// lineOf is a line of a text, "" beyond its end.
func lineOf(text string, number int) string {
	for i, line := range strings.Split(text, "\n") {
		if i == number {
			return line
		}
	}
	return ""
}
