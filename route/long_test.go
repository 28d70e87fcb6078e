package route

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"classicnet/procnet"
	"classicnet/tool"
)

// longTable is a table of n routes as the kernel prints it, lines of 128 bytes.
func longTable(n int) string {
	var b strings.Builder
	for i := range n + 1 {
		line := strings.TrimSuffix(routeTitles, "\n")
		if i > 0 {
			line = fmt.Sprintf("eth%d\t%08X\t%08X\t0003\t0\t0\t%d\t00FFFFFF\t0\t0\t0", i%4, i&0xffff00|11, i%200+0x0A000001, i)
		}
		fmt.Fprintf(&b, "%-127s\n", line)
	}
	return b.String()
}

// list runs route over a table and returns what it printed.
func list(table string, args ...string) []byte {
	var stdout bytes.Buffer
	stdout.Grow(len(table))
	e := &Env{Env: tool.Env{
		Stdout: &stdout, Stderr: io.Discard, Getenv: func(string) string { return "" },
		Open: func(path string) (io.ReadCloser, error) {
			if path != inetFile {
				return nil, fs.ErrNotExist
			}
			return io.NopCloser(strings.NewReader(table)), nil
		},
	}}
	Main(e, append([]string{"route"}, args...))
	return stdout.Bytes()
}

// No row is lost or out of order where the goroutine takes over, and a row is
// formatted as it would be alone.
func TestLongTable(t *testing.T) {
	const n = 5000
	table := longTable(n)
	lines := strings.SplitAfter(table, "\n")
	got := strings.SplitAfter(string(list(table, "-nee")), "\n")
	if len(got) != n+3 {
		t.Fatalf("%d lines", len(got))
	}
	for i := 1; i <= n; i += 97 {
		alone := strings.SplitAfter(string(list(lines[0]+lines[i], "-nee")), "\n")
		if got[i+1] != alone[2] {
			t.Errorf("row %d: %q, alone %q", i, got[i+1], alone[2])
		}
	}
}

// Memory doesn't grow with the table: twice as many rows take no more
// allocations.
func TestLongTableAllocations(t *testing.T) {
	short, long := longTable(2000), longTable(20000)
	count := func(table, option string) float64 {
		return testing.AllocsPerRun(5, func() { list(table, option) })
	}
	for _, option := range []string{"-n", "-nee"} {
		if a, b := count(short, option), count(long, option); b > a+20 {
			t.Errorf("%s: %v allocations for 2000 rows, %v for 20000", option, a, b)
		}
	}
}

// Nor does reading ahead for names take memory for a row, once it reads as far
// ahead as it ever does.
func TestAheadAllocations(t *testing.T) {
	count := func(rows int) float64 {
		return testing.AllocsPerRun(5, func() {
			for range ahead(numbers(rows, func(int) error { return nil }), func(*int) {}) {
			}
		})
	}
	if a, b := count(20_000), count(100_000); b != a {
		t.Errorf("%v allocations for 20000 rows, %v for 100000", a, b)
	}
}

// BenchmarkInetRow is a row of each level without its reading.
func BenchmarkInetRow(b *testing.B) {
	var row inetRow
	for row.Route = range procnet.Routes(strings.NewReader(longTable(1))) {
		break
	}
	line := make([]byte, 0, 200)
	for level := 1; level <= 3; level++ {
		b.Run(fmt.Sprintf("level%d", level), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				line = appendColumns(appendColumns(line[:0], inetAddresses, &row), inetDetails[level], &row)
			}
		})
	}
}

// BenchmarkInet6Row is the same for IPv6.
func BenchmarkInet6Row(b *testing.B) {
	var row inet6Row
	for row.Route6 = range procnet.Routes6(strings.NewReader(someRoutes6)) {
		break
	}
	line := make([]byte, 0, 200)
	b.ReportAllocs()
	for b.Loop() {
		line = appendColumns(line[:0], inet6Columns, &row)
	}
}

// BenchmarkJSONRow is an object of each family.
func BenchmarkJSONRow(b *testing.B) {
	j := &jsonTables{keys: &routeKeys}
	var inet inetRow
	for inet.Route = range procnet.Routes(strings.NewReader(longTable(1))) {
		break
	}
	var inet6 inet6Row
	for inet6.Route6 = range procnet.Routes6(strings.NewReader(someRoutes6)) {
		break
	}
	line := make([]byte, 0, 1024)
	for name, row := range map[string]func(){
		"inet":  func() { line = j.appendInet(line[:0], &inet) },
		"inet6": func() { line = j.appendInet6(line[:0], &inet6) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				row()
			}
		})
	}
}

// BenchmarkList is the whole command over 10,000 routes.
func BenchmarkList(b *testing.B) { benchmarkList(b, longTable(10000), "-n") }

// BenchmarkList6 is the same for IPv6.
func BenchmarkList6(b *testing.B) { benchmarkList(b, strings.Repeat(someRoutes6, 2000), "-6n") }

func benchmarkList(b *testing.B, table string, option string) {
	b.SetBytes(int64(len(table)))
	b.ReportAllocs()
	for b.Loop() {
		list(table, option)
	}
}
