package netstat

import (
	"io"
	"strings"
	"testing"
)

const tcpTitles = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"

// BenchmarkSockets reads and formats rows as the kernel writes them.
func BenchmarkSockets(b *testing.B) {
	const row = "   0: 0100007F:0050 0B00007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 123456 1 0000000000000000 20 4 30 10 -1\n"
	text := tcpTitles + strings.Repeat(row, 10_000)
	w := newWorld()
	r := netstat.New(w.env(io.Discard, io.Discard).Env.Env)
	c := &command{Run: r, env: &Env{}}
	c.options.Numeric = true
	l := &listing{command: c, naming: c.newNames()}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := l.sockets(strings.NewReader(text), &tcp); err != nil {
			b.Fatal(err)
		}
	}
}
