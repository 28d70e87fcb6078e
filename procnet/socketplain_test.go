package procnet

import (
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"
)

// strictly reads a line by its columns' own readers.
func strictly(line string) (row Socket, wrong bool) {
	in := newLines(strings.NewReader(""), "", socketLine)
	c := cursor{line: []byte(line)}
	s := strict{&c, &in.texts}
	s.socket(&row)
	s.hex64("retrnsmt", &row.Retransmits)
	s.unsigned("uid", &row.UID)
	s.decimal("timeout", &row.Probes)
	s.decimal64("inode", &row.Inode)
	return row, c.fault.err != nil
}

// agrees holds a line that is read as kernels write it to what its columns say.
func agrees(t *testing.T, line string) (plain bool) {
	t.Helper()
	var got Socket
	if !got.plain([]byte(line)) {
		return false
	}
	if want, wrong := strictly(line); wrong || got != want {
		t.Errorf("%q: %+v, by its columns %+v (wrong: %v)", line, got, want, wrong)
	}
	return true
}

const (
	plainLine4 = "   0: 0100007F:0050 0B00007F:9C4F 01 00000000:000000AF 02:000000F0 00000001  1000        3 123456 1 0000000000000000 20 4 30 10 -1"
	plainLine6 = "12345: B80D0120000000000000000001000000:0016 B80D0120000000000000000002000000:FFFF 0A 00000000:00000000 00:00000000 00000000     0        0 7"
)

// TestPlainSocket: what kernels write is read at once.
func TestPlainSocket(t *testing.T) {
	for _, line := range []string{plainLine4, plainLine6, strings.Replace(plainLine4, " 1000", " 4294967295", 1)} {
		if !agrees(t, line) {
			t.Errorf("%q is left", line)
		}
	}
}

// TestPlainSocketLeaves what isn't quite so, to be judged column by column.
func TestPlainSocketLeaves(t *testing.T) {
	for _, change := range [][2]string{
		{"   0:", "   0"}, {": 01", ":01"}, {"0100007F:", "0100007F "}, {"0100007F", "0100007f"}, {"0100007F", "010007F"}, {"0100007F", "G100007F"}, {"0100007F", "0100/07F"},
		{":0050", ":00500"}, {" 01 ", " 0G "}, {" 01 ", " 001 "}, {"000000AF", "0000000AF"}, {" 02:", " 02 "}, {" 1000", "-1000"}, {" 1000", "4294967296"}, {"  3 ", " -3 "},
		{"123456", ""}, {"123456", "1234567890123456"}, {"123456 ", "123456x"}, {"3 123456 1 0000000000000000 20 4 30 10 -1", "3"}, {"0B00007F:9C4F", "0x00007F:9C4F"},
	} {
		line := strings.Replace(plainLine4, change[0], change[1], 1)
		if line == plainLine4 {
			t.Fatalf("%q isn't in the line", change[0])
		}
		if agrees(t, line) && change[1] != "" {
			t.Errorf("%q is taken", line)
		}
	}
	for n := range plainLine6 {
		agrees(t, plainLine6[:n])
	}
}

// TestPlainSocketDamaged: one byte that is another changes nothing unnoticed.
func TestPlainSocketDamaged(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, line := range []string{plainLine4, plainLine6} {
		for range 20_000 {
			b := []byte(line)
			b[r.IntN(len(b))] = byte(r.Uint32())
			agrees(t, string(b))
		}
	}
}

// TestEveryHexDigit in every place, and no other byte.
func TestEveryHexDigit(t *testing.T) {
	for place := range 8 {
		for c := range 256 {
			text := []byte("00000000:")
			text[place] = byte(c)
			var h hexColumns
			v := h.eight(text, ':')
			d := strings.IndexByte("0123456789ABCDEF", byte(c))
			if ok := d >= 0; (h.wrong == 0) != ok || ok && v != uint32(d)<<(28-4*place) {
				t.Errorf("%q: %x, wrong %x", text, v, h.wrong)
			}
		}
	}
}

func FuzzPlainSocket(f *testing.F) {
	f.Add(plainLine4)
	f.Add(plainLine6)
	f.Fuzz(func(t *testing.T, line string) {
		line, _, _ = strings.Cut(line, "\n")
		line, _, _ = strings.Cut(line, "\x00")
		agrees(t, line)
	})
}

// BenchmarkSocketRows reads what 100,000 connections look like.
func BenchmarkSocketRows(b *testing.B) {
	for _, c := range []struct {
		name string
		k    kernel[Socket]
	}{{"4", socketFile(TCPSockets, random4)}, {"6", socketFile(TCPSockets, random6)}} {
		b.Run(c.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			var text strings.Builder
			text.WriteString(c.k.titles)
			for i := range benchRows {
				s := c.k.random(r)
				s.TxQueue, s.RxQueue, s.Expires, s.Retransmits, s.UID, s.Probes, s.Inode = 0, 0, 0, 0, 0, 0, uint64(i)
				text.WriteString(c.k.line(s))
			}
			c.k.bench(b, text.String())
		})
	}
}

// TestSocketsTwice: a file of plain lines and others has the rows of both.
func TestSocketsTwice(t *testing.T) {
	odd := strings.Replace(plainLine4, "0100007F", "0100007f", 1)
	text := socketTitles + strings.Repeat(plainLine4+"\n"+odd+"\n\n"+plainLine6+"\n", 3)
	rows, bogus := count(TCPSockets, strings.NewReader(text))
	if rows != 9 || bogus != 3 {
		t.Errorf("%d rows, %d bogus", rows, bogus)
	}
}

func count(read func(io.Reader) iter.Seq2[Socket, error], r io.Reader) (rows, bogus int) {
	for s, err := range read(r) {
		switch {
		case err != nil:
			bogus++
		case fmt.Sprint(s.Local.Port()) != "80" && s.Local.Port() != 22:
			return -1, -1
		default:
			rows++
		}
	}
	return rows, bogus
}
