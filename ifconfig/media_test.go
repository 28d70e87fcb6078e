package ifconfig

import (
	"fmt"
	"strings"
	"testing"

	"classicnet/ioctl"
)

// connectors are the names that media and port take, by number.
var connectors = map[int]string{
	0: "unknown", 1: "10base2 bnc coax", 2: "10baseT utp tpe", 3: "AUI thick db15", 4: "100baseT", 5: "100baseTX", 6: "100baseFX",
}

func portIs(n int) string {
	return fmt.Sprintf("SIOCSIFMAP eth0 {MemStart:0 MemEnd:0 BaseAddr:0 IRQ:0 DMA:0 Port:%d}", n)
}

// A connector goes by its number or, in any case, by one of its names.
func TestMediaNames(t *testing.T) {
	for n, names := range connectors {
		for _, name := range strings.Fields(names) {
			play(t, oneCard, []session{
				{args: "eth0 media " + name, log: portIs(n)},
				{args: "eth0 port " + strings.ToUpper(name), log: portIs(n)},
				{args: "eth0 media " + strings.ToLower(name), log: portIs(n)},
				{args: fmt.Sprintf("eth0 port %d", n), log: portIs(n)},
			})
		}
	}
}

func TestMediaNumbers(t *testing.T) {
	const unknown = "Unknown media type.\n"
	play(t, oneCard, []session{
		{args: "eth0 media ''", log: portIs(0)},
		{args: "eth0 media 7", log: portIs(7)},
		{args: "eth0 media 259", log: portIs(3)},
		{args: "eth0 media +2", log: portIs(2)},
		{args: "eth0 media ~2", log: portIs(2)},
		{args: "eth0 media -2", log: portIs(254)},
		{args: "eth0 media -1 up", log: up, says: unknown, exit: 1},
		{args: "eth0 media 2~ up", log: up, says: unknown, exit: 1},
		{args: "eth0 media 0x2 up", log: up, says: unknown, exit: 1},
		{args: "eth0 media 10base", says: unknown, exit: 1},
		{args: "eth0 media up", says: unknown, exit: 1},
	})
}

// Only the field that the word is about changes.
func TestMapKeepsItsOtherFields(t *testing.T) {
	const whole = "SIOCSIFMAP eth0 {MemStart:%d MemEnd:200 BaseAddr:%d IRQ:%d DMA:4 Port:%d}"
	for args, want := range map[string]string{
		"eth0 mem_start 7": fmt.Sprintf(whole, 7, 300, 5, 6),
		"eth0 io_addr 7":   fmt.Sprintf(whole, 100, 7, 5, 6),
		"eth0 irq 7":       fmt.Sprintf(whole, 100, 300, 7, 6),
		"eth0 media utp":   fmt.Sprintf(whole, 100, 300, 5, 2),
		"eth0 port 0":      fmt.Sprintf(whole, 100, 300, 5, 0),
	} {
		k := oneCard()
		k.Interface("eth0").Map = ioctl.Map{MemStart: 100, MemEnd: 200, BaseAddr: 300, IRQ: 5, DMA: 4, Port: 6}
		if got := start(k, etc(), words(args)...); got.String() != "0\n" || changes(k) != want {
			t.Errorf("%s: %s%s", args, got, k)
		}
	}
}

// media auto sets the flag and is an address then: a host of that name would be
// the interface's.
func TestMediaAuto(t *testing.T) {
	k, f := oneCard(), etc()
	f["/etc/hosts"] += "10.0.0.77 auto\n"
	got := start(k, f, "eth0", "media", "auto")
	want := lines("SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", "SIOCSIFADDR eth0 10.0.0.77", up)
	if got.String() != "0\n" || changes(k) != want || k.Interface("eth0").Flags&ioctl.FlagAutoMedia == 0 {
		t.Errorf("%s%s", got, k)
	}
	play(t, oneCard, []session{{args: "eth0 port aUtO up", log: "SIOCSIFFLAGS eth0 BROADCAST|MULTICAST", says: "aUtO: Unknown host\n" + help, exit: 1}})
}

// Listings show the first name; numbers above have none.
func TestMediaInListings(t *testing.T) {
	for port := range 256 {
		want, _, _ := strings.Cut(connectors[port]+" ", " ")
		if want == "" {
			want = "unknown"
		}
		i := card()
		i.Map.Port = uint8(port)
		if text := show("classic", i) + show("net-tools-2.10", i); strings.Contains(text, want) {
			t.Errorf("port %d without the flag:\n%s", port, text)
		}
		i.Flags |= ioctl.FlagPortSelect
		if got := lineOf(show("classic", i), 0); !strings.HasSuffix(got, "  Media:"+want) {
			t.Errorf("port %d: %s", port, got)
		}
		if got := lineOf(show("net-tools-2.10", i), 4); got != "        media "+want {
			t.Errorf("port %d: %s", port, got)
		}
	}
}
