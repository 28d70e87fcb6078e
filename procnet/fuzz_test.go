package procnet

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// fuzz checks what holds for any file. The seeds are the file as the kernel
// writes it, captured ones, and rows put under the kernel's titles.
func (k kernel[Row]) fuzz(f *testing.F, captured string, rows ...string) {
	text, _ := k.file(1, 3)
	f.Add([]byte(text))
	f.Add([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
	f.Add([]byte(strings.TrimSuffix(text, "\n")))
	f.Add([]byte(strings.ReplaceAll(text, "\n", strings.Repeat(" ", k.limit)+"\n")))
	for _, row := range rows {
		f.Add([]byte(k.titles + row))
	}
	if captured != "" {
		text, err := os.ReadFile("../testdata/procnet/" + captured)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		all := outcomes(k.read(bytes.NewReader(data)))
		k.checkCount(t, data, len(all))
		k.checkBytewise(t, data, all)
		k.checkTorn(t, data)
		for _, o := range all {
			k.checkRow(t, o)
		}
	})
}

// checkCount: a line gives a row for each piece of it at most, and the end of
// the file one error.
func (k kernel[Row]) checkCount(t *testing.T, data []byte, rows int) {
	most := 1
	for line := range bytes.Lines(data) {
		most += (len(line) + k.limit - 1) / k.limit
	}
	if rows > most {
		t.Errorf("%d rows of %d pieces of lines", rows, most)
	}
}

// checkBytewise: it doesn't matter how the bytes arrive.
func (k kernel[Row]) checkBytewise(t *testing.T, data []byte, want []outcome[Row]) {
	got := outcomes(k.read(iotest.OneByteReader(bytes.NewReader(data))))
	if diff := cmp.Diff(want, got, addrs); diff != "" {
		t.Errorf("at once (-), byte by byte (+):\n%s", diff)
	}
}

// checkTorn: where reading fails, the lines before are shown, what is left of
// one isn't, and the error comes last.
func (k kernel[Row]) checkTorn(t *testing.T, data []byte) {
	whole := data[:bytes.LastIndexByte(data, '\n')+1]
	if len(data)-len(whole) >= k.limit {
		return // pieces of the last line are lines
	}
	broken := errors.New("broken")
	want := outcomes(k.read(bytes.NewReader(whole)))
	switch {
	case len(whole) == 0:
		want = []outcome[Row]{{Err: broken.Error()}}
	case !endsItself(want):
		want = append(want, outcome[Row]{Err: broken.Error()})
	}
	got := outcomes(k.read(io.MultiReader(bytes.NewReader(data), iotest.ErrReader(broken))))
	if known(k, whole) && !cmp.Equal(want, got, addrs) {
		t.Errorf("torn after the lines (-want +got):\n%s", cmp.Diff(want, got, addrs))
	}
}

// endsItself tells whether a file's titles make its sequence end early.
func endsItself[Row any](all []outcome[Row]) bool {
	return len(all) == 1 && strings.Contains(all[0].Err, "required field")
}

// known is false for a routing cache of unknown layout, of which nothing is read.
func known[Row any](k kernel[Row], data []byte) bool {
	if k.titles != cacheTitles22 {
		return true
	}
	layout, _ := RouteCache(bytes.NewReader(data))
	return len(data) == 0 || layout.columns() != nil
}

// checkRow: a good row, as the kernel writes it, reads as itself.
func (k kernel[Row]) checkRow(t *testing.T, o outcome[Row]) {
	if o.Err != "" {
		return
	}
	if k.other != nil && k.other.has(o.Row) {
		k = *k.other
	}
	line := k.line(o.Row)
	if len(line) > k.limit {
		return
	}
	again := outcomes(k.read(strings.NewReader(k.titles + line)))
	if diff := cmp.Diff([]outcome[Row]{o}, again, addrs); diff != "" {
		t.Errorf("written as %q, then read (-want +got):\n%s", line, diff)
	}
}

func FuzzInterfaces(f *testing.F) {
	devFile().fuzz(f, "dev", "eth0:123 2 3\n", "eth0:0: No statistics available\n", "eth0:: -1 99999999999999999999 x\n\nlo\n")
}

func FuzzInet6Addrs(f *testing.F) { inet6File().fuzz(f, "if_inet6", "fe80 02\n") }

func FuzzRoutes(f *testing.F) {
	routeFile().fuzz(f, "route", "v0 0A 00000000 1 1-2 0x3 00FFFFFF 4 5\nabcdefghijklmnop0000000A 1\n")
}

func FuzzRoutes6(f *testing.F) { route6File().fuzz(f, "ipv6_route", "20010db8 30\n") }

func FuzzRouteCache(f *testing.F) {
	k, older := cacheFile22(), cacheFile20()
	text, _ := older.file(1, 3)
	f.Add([]byte(text))
	older.has = func(r CachedRoute) bool { return !r.SpecDst.IsValid() }
	k.other = &older
	k.fuzz(f, "rt_cache", "v0 0200A8C0 0200A8C0 0 1 22 0 0100A8C0 1500 0 300 1C 1 1 0100A8C0\n")
}

func FuzzNeighbours(f *testing.F) { ndiscFile().fuzz(f, "", "fe80 02\n") }

func FuzzARP(f *testing.F) { arpFile().fuzz(f, "arp", "10.0.0.2 0x1 0x6 02:00:00:00:00:02\n") }

func FuzzIPXRoutes(f *testing.F) { ipxFile().fuzz(f, "", "1 Directly\n2 Directly Connected\n") }

func FuzzNetromNodes(f *testing.F) { nrNodesFile().fuzz(f, "", "N0CALL    *        2 4 1 2\n") }

func FuzzNetromNeighbours(f *testing.F) { nrNeighFile().fuzz(f, "", "1 N0CALL ax0 1 2 3\n") }

func FuzzAX25Routes(f *testing.F) { ax25File().fuzz(f, "", "default   ax0     *\n") }

func FuzzX25Routes(f *testing.F) { x25File().fuzz(f, "", "                 0       ???\n") }

func FuzzAppleTalkRoutes(f *testing.F) { atalkFile().fuzz(f, "", "10000:00 1:2 3 eth0\nDefault 1:2\n") }
