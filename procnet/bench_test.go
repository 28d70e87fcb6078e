package procnet

import (
	"fmt"
	"strings"
	"testing"
)

// bench reads a text that many times over, and reports its bytes.
func (k kernel[Row]) bench(b *testing.B, text string) {
	r := strings.NewReader(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Reset(text)
		for _, err := range k.read(r) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// benchRows is how long the tables are.
const benchRows = 100_000

// routes are what a router's table looks like: neighbouring networks, two
// gateways, no counters.
func BenchmarkRoutes(b *testing.B) {
	k := routeFile()
	var text strings.Builder
	text.WriteString(k.titles)
	for i := range benchRows {
		row := Route{Iface: "eth0", Destination: zero4, Gateway: ip("10.0.0.1"), Flags: 3, Mask: ip("255.255.255.0")}
		word := fmt.Sprintf("%08X", i<<8)
		text.WriteString(strings.Replace(k.line(row), "00000000", word, 1))
	}
	k.bench(b, text.String())
}

func BenchmarkRoutes6(b *testing.B) {
	k := route6File()
	var text strings.Builder
	for i := range benchRows {
		row := Route6{
			Destination: ip(fmt.Sprintf("2001:db8:%x:%x::", i>>16, i&0xffff)), PrefixLen: 64, Source: ip("::"),
			NextHop: ip("fe80::1"), Metric: 1024, RefCnt: 1, Flags: 3, Iface: "eth0",
		}
		text.WriteString(k.line(row))
	}
	k.bench(b, text.String())
}

// The other files are short on every machine.
func BenchmarkShortFiles(b *testing.B) {
	b.Run("dev", devFile().benchShort)
	b.Run("if_inet6", inet6File().benchShort)
	b.Run("rt_cache", cacheFile22().benchShort)
	b.Run("ndisc", ndiscFile().benchShort)
	b.Run("arp", arpFile().benchShort)
	b.Run("ipx_route", ipxFile().benchShort)
	b.Run("nr_nodes", nrNodesFile().benchShort)
	b.Run("nr_neigh", nrNeighFile().benchShort)
	b.Run("ax25_route", ax25File().benchShort)
	b.Run("x25_route", x25File().benchShort)
	b.Run("atalk_route", atalkFile().benchShort)
}

func (k kernel[Row]) benchShort(b *testing.B) {
	text, _ := k.file(1, 2_000)
	k.bench(b, text)
}
