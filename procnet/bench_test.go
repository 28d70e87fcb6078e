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

func BenchmarkInterfaces(b *testing.B) {
	k := devFile()
	text, _ := k.file(1, 2_000)
	k.bench(b, text)
}

func BenchmarkInet6Addrs(b *testing.B) {
	k := inet6File()
	text, _ := k.file(1, 2_000)
	k.bench(b, text)
}

func BenchmarkARP(b *testing.B) {
	k := arpFile()
	text, _ := k.file(1, 2_000)
	k.bench(b, text)
}

func BenchmarkRouteCache(b *testing.B) {
	k := cacheFile22()
	text, _ := k.file(1, 2_000)
	k.bench(b, text)
}
