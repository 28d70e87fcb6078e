package ifconfig

import "testing"

// BenchmarkFormat is an interface in each format of each dialect.
func BenchmarkFormat(b *testing.B) {
	i := card()
	list := []Interface{i}
	buf := make([]byte, 0, 4096)
	run := func(name string, format func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				format()
			}
		})
	}
	for _, dialect := range []string{"classic", "net-tools-1.60", "busybox", "net-tools-2.10"} {
		f := formatter(dialect)
		run(dialect+"/long", func() { buf = f.AppendLong(buf[:0], &i) })
		run(dialect+"/short", func() { buf = f.AppendShort(buf[:0], &i) })
	}
	run("JSON", func() { buf = AppendJSON(buf[:0], list) })
	run("table as JSON", func() { buf = appendTableJSON(buf[:0], list) })
}
