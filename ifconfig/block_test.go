package ifconfig

import (
	"fmt"
	"strings"
	"testing"

	"classicnet/ioctl"
	"classicnet/procnet"
)

// The scope of an IPv6 address is compared whole, and busybox looks at its upper
// half alone; net-tools 2.x names each bit.
func TestScopes(t *testing.T) {
	type names struct{ classic, busybox, netTools2 string }
	for scope, want := range map[uint32]names{
		0x00: {"Global", "Global", "0x0<global>"},
		0x01: {"Unknown", "Global", "0x1"},
		0x02: {"Unknown", "Global", "0x2"},
		0x10: {"Host", "Host", "0x10<host>"},
		0x20: {"Link", "Link", "0x20<link>"},
		0x21: {"Unknown", "Link", "0x21<link>"},
		0x30: {"Unknown", "Unknown", "0x30<link,host>"},
		0x40: {"Site", "Site", "0x40<site>"},
		0x60: {"Unknown", "Unknown", "0x60<link,site>"},
		0x80: {"Compat", "Compat", "0x80<compat,global>"},
		0x90: {"Unknown", "Unknown", "0x90<compat,host>"},
		0xa0: {"Unknown", "Unknown", "0xa0<compat,link>"},
		0xc0: {"Unknown", "Unknown", "0xc0<compat,site>"},
		0xf0: {"Unknown", "Unknown", "0xf0<compat,link,site,host>"},
	} {
		i := card()
		i.Inet6[0].Scope = scope
		for dialect, text := range map[string]string{
			"classic": "Scope:" + want.classic, "net-tools-1.60": "Scope:" + want.classic, "debian": "Scope:" + want.classic,
			"busybox": "Scope:" + want.busybox, "net-tools-2.10": "scopeid " + want.netTools2,
		} {
			if got := lineOf(show(dialect, i), 2); !strings.HasSuffix(got, " "+text) {
				t.Errorf("%#x, %s: %q", scope, dialect, got)
			}
		}
	}
}

// Each bit of the flags has its word and its letter, or none.
func TestFlagBits(t *testing.T) {
	for bit, want := range map[ioctl.Flags]string{
		0x0001: "UP U", 0x0002: "BROADCAST B", 0x0004: "DEBUG D", 0x0008: "LOOPBACK L", 0x0010: "POINTOPOINT P", 0x0020: "NOTRAILERS N",
		0x0040: "RUNNING R", 0x0080: "NOARP O", 0x0100: "PROMISC P", 0x0200: "ALLMULTI A", 0x0400: "MASTER m", 0x0800: "SLAVE s",
		0x1000: "MULTICAST M", 0x2000: " ", 0x4000: " ", 0x8000: "DYNAMIC d",
	} {
		word, letter, _ := strings.Cut(want, " ")
		i := card()
		i.Flags, i.Inet6, i.Stats, i.Addr = bit, nil, nil, i.Peer
		if got := lineOf(show("classic", i), 1); strings.TrimSpace(got) != strings.TrimSpace(word+"  MTU:1500  Metric:1") {
			t.Errorf("%#x: %q", bit, got)
		}
		title := fmt.Sprintf("eth1: flags=%d<%s>  mtu 1500", int16(bit), word)
		if got := lineOf(show("net-tools-2.10", i), 0); got != strings.Replace(title, "<>", "", 1) {
			t.Errorf("%#x: %q", bit, got)
		}
		row := string(formatter("classic").AppendShort(nil, &i))
		if !strings.HasSuffix(row, strings.Repeat(" ", 24)+letter+"\n") {
			t.Errorf("%#x: %q", bit, row)
		}
	}
}

// The last line of a block is about the card; which of its parts are there, and
// whether it is, differs.
func TestHardwareLine(t *testing.T) {
	type texts struct{ classic, vanilla, netTools2 string }
	const indent1, indent2 = "          ", "        device "
	for m, want := range map[ioctl.Map]texts{
		{}:                                {"", "", ""},
		{IRQ: 5}:                          {indent1 + "Interrupt:5 ", indent1 + "Interrupt:5 ", indent2 + "interrupt 5  "},
		{BaseAddr: 0x100}:                 {indent1 + "Base address:0x100 ", indent1 + "Base address:0x100 ", indent2 + "base 0x100  "},
		{BaseAddr: 0xff}:                  {"", indent1, ""},
		{IRQ: 5, BaseAddr: 0xff}:          {indent1 + "Interrupt:5 ", indent1 + "Interrupt:5 ", indent2 + "interrupt 5  "},
		{MemStart: 0xc0000, MemEnd: 0xd0}: {indent1 + "Memory:c0000-d0 ", indent1 + "Memory:c0000-d0 ", indent2 + "memory 0xc0000-d0  "},
		{MemEnd: 0xd0}:                    {"", "", ""},
		{DMA: 10}:                         {indent1 + "DMA chan:a ", indent1 + "DMA chan:a ", indent2 + "  dma 0xa"},
		{Port: 3}:                         {"", "", ""},
		{IRQ: 255, BaseAddr: 0xffff, DMA: 255, MemStart: 1, MemEnd: 1<<64 - 1}: {
			indent1 + "Interrupt:255 Base address:0xffff Memory:1-ffffffffffffffff DMA chan:ff ",
			indent1 + "Interrupt:255 Base address:0xffff Memory:1-ffffffffffffffff DMA chan:ff ",
			indent2 + "interrupt 255  base 0xffff  memory 0x1-ffffffffffffffff    dma 0xff",
		},
	} {
		i := card()
		i.Map, i.Stats, i.Inet6 = m, nil, nil
		for dialect, line := range map[string]string{
			"classic": want.classic, "ubuntu": want.classic, "net-tools-1.60": want.vanilla, "busybox": want.vanilla, "net-tools-2.10": want.netTools2,
		} {
			if got := lineOf(show(dialect, i), 3); got != line {
				t.Errorf("%s, %+v: %q, want %q", dialect, m, got, line)
			}
		}
	}
}

// A SLIP line: its timers if one is set, its compressed packets if it has any.
func TestSerialLine(t *testing.T) {
	i := Interface{
		Name: "sl0", Hw: ioctl.HardwareAddr{Type: 257}, Flags: ioctl.FlagPointToPoint | ioctl.FlagUp, MTU: 296, TxQueueLen: 10,
		Outfill: 3, Keepalive: 4, Stats: &procnet.Stats{RxPackets: 1, RxCompressed: 2, TxPackets: 3, TxCompressed: 4, TxCollisions: 5},
	}
	const want1 = "sl0       Link encap:VJ Serial Line IP  \n" +
		"          UP POINTOPOINT  MTU:296  Metric:1  Outfill:3  Keepalive:4\n" +
		"          RX packets:1 errors:0 dropped:0 overruns:0 frame:0\n" +
		"             compressed:2\n" +
		"          TX packets:3 errors:0 dropped:0 overruns:0 carrier:0\n" +
		"          collisions:5 compressed:4 txqueuelen:10 \n" +
		"          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n"
	const want2 = "sl0: flags=17<UP,POINTOPOINT>  mtu 296  outfill 3  keepalive 4\n" +
		"        cslip  txqueuelen 10  (VJ Serial Line IP)\n" +
		"        RX packets 1  bytes 0 (0.0 B)\n" +
		"        RX compressed:2\n" +
		"        RX errors 0  dropped 0  overruns 0  frame 0\n" +
		"        TX packets 3  bytes 0 (0.0 B)\n" +
		"        TX compressed 4\n" +
		"        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 5\n\n"
	for dialect, want := range map[string]string{"classic": want1, "net-tools-2.10": want2} {
		if got := show(dialect, i); got != want {
			t.Errorf("%s:\n%s", dialect, got)
		}
	}
}
