package route

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// quad is the text of a number as /proc/net/route has addresses.
func quad(n uint32) string {
	var a [4]byte
	binary.NativeEndian.PutUint32(a[:], n)
	return netip.AddrFrom4(a).String()
}

// decimals are numbers as a row has them.
func decimals(list ...int32) (words []string) {
	for _, n := range list {
		words = append(words, strconv.Itoa(int(n)))
	}
	return words
}

// FuzzInetRow: what stands in a line of /proc/net/route stands in one row of
// each listing, in the columns of its titles, whatever it is.
func FuzzInetRow(f *testing.F) {
	f.Add(uint32(0x0101010a), uint32(0), uint32(0x00ffffff), uint32(1), int32(0), int32(0), int32(0), int32(0), int32(0), int32(0))
	f.Add(uint32(0), uint32(0x0101010a), uint32(0), uint32(3), int32(7), int32(-1), int32(1<<31-1), int32(1500), int32(-1<<31), int32(9))
	f.Add(^uint32(0), ^uint32(0), ^uint32(0), uint32(0x203), int32(1), int32(2), int32(3), int32(4), int32(5), int32(6))
	f.Fuzz(func(t *testing.T, to, via, mask, flags uint32, ref, use, metric, mtu, window, irtt int32) {
		w := newWorld()
		titles, _, _ := strings.Cut(someRoutes, "\n")
		w.files["/proc/net/route"] = titles + "\n" + fmt.Sprintf("eth0\t%08X\t%08X\t%04X\t%d\t%d\t%d\t%08X\t%d\t%d\t%d\n",
			to, via, flags, ref, use, metric, mask, mtu, window, irtt)
		levels := map[string][]string{
			"-n":   append(decimals(metric, ref, use), "eth0"),
			"-ne":  append(decimals(mtu, window, irtt), "eth0"),
			"-nee": append(append(decimals(metric, ref, use), "eth0"), decimals(mtu, window, irtt)...),
		}
		for option, details := range levels {
			_, _, rows := cutTwo(w.run(option).Stdout)
			if flags&unix.RTF_UP == 0 {
				if rows != "" {
					t.Errorf("%s shows a route that is down: %q", option, rows)
				}
				continue
			}
			got := strings.Fields(rows)
			if strings.Count(rows, "\n") != 1 || len(got) < 5 {
				t.Fatalf("%s: %q", option, rows)
			}
			want := append([]string{quad(to), quad(via), quad(mask), got[3]}, details...)
			if flags&unix.RTF_REJECT == 0 && cmp.Diff(want, got) != "" {
				t.Errorf("%s (-want +got)\n%s", option, cmp.Diff(want, got))
			}
			if got[0] != quad(to) || got[2] != quad(mask) {
				t.Errorf("%s: %q", option, rows)
			}
		}
	})
}

// cutTwo cuts two lines off a text.
func cutTwo(text string) (first, second, rest string) {
	first, text, _ = strings.Cut(text, "\n")
	second, rest, _ = strings.Cut(text, "\n")
	return first, second, rest
}

// FuzzInet6Row is the same of /proc/net/ipv6_route.
func FuzzInet6Row(f *testing.F) {
	f.Add(uint64(0x20010db8<<32), uint64(1), uint64(0), uint64(0), byte(64), int32(256), int32(1), int32(0), uint32(1))
	f.Add(uint64(0), uint64(0xffff<<32|0x0a000001), uint64(0xfe80<<48), uint64(1), byte(128), int32(-1), int32(-1<<31), int32(1<<31-1), ^uint32(0))
	f.Fuzz(func(t *testing.T, toHigh, toLow, viaHigh, viaLow uint64, bits byte, metric, ref, use int32, flags uint32) {
		w := newWorld()
		w.files["/proc/net/ipv6_route"] = fmt.Sprintf("%016x%016x %02x %032x 00 %016x%016x %08x %08x %08x %08x     eth0\n",
			toHigh, toLow, bits, 0, viaHigh, viaLow, uint32(metric), uint32(ref), uint32(use), flags)
		_, _, rows := cutTwo(w.run("-n", "-A", "inet6").Stdout)
		got := strings.Fields(rows)
		if flags&unix.RTF_CACHE != 0 { // of the cache, which -C lists
			if len(got) > 0 {
				t.Errorf("%q", rows)
			}
			return
		}
		if len(got) < 6 || strings.Count(rows, "\n") != 1 {
			t.Fatalf("%q", rows)
		}
		to, size, _ := strings.Cut(got[0], "/")
		if !isAddr(to, toHigh, toLow) || !isAddr(got[1], viaHigh, viaLow) || size != strconv.Itoa(int(bits)) {
			t.Errorf("%q isn't %016x%016x/%d via %016x%016x", rows, toHigh, toLow, bits, viaHigh, viaLow)
		}
		want := append(decimals(metric, ref, use), "eth0")
		if diff := cmp.Diff(want, got[len(got)-4:]); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// isAddr tells whether a text is an IPv6 address, or the IPv4 address in it.
func isAddr(text string, high, low uint64) bool {
	var a [16]byte
	binary.BigEndian.PutUint64(a[:], high)
	binary.BigEndian.PutUint64(a[8:], low)
	got, err := netip.ParseAddr(text)
	return err == nil && got.Unmap() == netip.AddrFrom16(a).Unmap()
}
