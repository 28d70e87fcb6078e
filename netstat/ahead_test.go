package netstat

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// longTable is a table of n connections between two addresses, more than is read
// before a goroutine reads on.
func longTable(n int, address string) string {
	text := strings.Builder{}
	text.WriteString(tcpTitles)
	for i := range n {
		fmt.Fprintf(&text, "%4d: %s:%04X %s:0016 01 00000000:00000000 00:00000000 00000000     0        0 %d 1 0\n", i, address, i, address, i+1)
	}
	return text.String()
}

// counted are the files that are open.
type counted struct {
	io.Reader
	open *atomic.Int32
}

func (c counted) Close() error {
	c.open.Add(-1)
	return nil
}

// openedBy runs a command whose files come from open, and returns how many it left open.
func openedBy(open func(path string) (io.Reader, error), args ...string) (r result, order []string, left int32) {
	var stdout, stderr bytes.Buffer
	var count atomic.Int32
	e := newWorld().env(&stdout, &stderr)
	e.Open = func(path string) (io.ReadCloser, error) {
		if strings.HasPrefix(path, "/proc/net/") {
			order = append(order, path)
		}
		reader, err := open(path)
		if err != nil {
			return nil, err
		}
		count.Add(1)
		return counted{reader, &count}, nil
	}
	status := Main(e, append([]string{"netstat"}, args...))
	return result{stdout.String(), stderr.String(), status}, order, count.Load()
}

// The table of IPv6 is opened while a long one of IPv4 is listed, and is shown behind it
// as if it weren't: its rows, that it is missing, that it can't be read; and it is closed
// where the first one fails half-way.
func TestNextTableAhead(t *testing.T) {
	const four, six = "/proc/net/tcp", "/proc/net/tcp6"
	broken := func(text string) io.Reader { return io.MultiReader(strings.NewReader(text), failing{}) }
	long4, long6 := longTable(2000, "07070707"), longTable(3000, strings.Repeat("07070707", 4))
	short := longTable(2, "07070707")
	for _, c := range []struct {
		name         string
		four         io.Reader
		six          io.Reader
		rows4, rows6 int
		said         string
		status       int
	}{
		{"both are long", strings.NewReader(long4), strings.NewReader(long6), 2000, 3000, "", 0},
		{"the first is short", strings.NewReader(short), strings.NewReader(long6), 2, 3000, "", 0},
		{"the next is missing", strings.NewReader(long4), nil, 2000, 0, "", 0},
		{"the next breaks off", strings.NewReader(long4), broken(long6), 2000, 3000, six + ": Is a directory\n", 255},
		{"the first breaks off", broken(long4), strings.NewReader(long6), 2000, 0, four + ": Is a directory\n", 255},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, order, left := openedBy(func(path string) (io.Reader, error) {
				reader := map[string]io.Reader{four: c.four, six: c.six}[path]
				if reader == nil {
					return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
				}
				return reader, nil
			}, "-tn")
			got4, got6 := strings.Count(r.Stdout, "\ntcp  "), strings.Count(r.Stdout, "\ntcp6 ")
			if got4 != c.rows4 || got6 != c.rows6 || r.Stderr != c.said || r.Status != c.status || left != 0 {
				t.Errorf("%d and %d rows, want %d and %d; %q, status %d, %d left open", got4, got6, c.rows4, c.rows6, r.Stderr, r.Status, left)
			}
			if first := strings.Index(r.Stdout, "\ntcp6 "); first >= 0 && strings.Contains(r.Stdout[first:], "\ntcp  ") {
				t.Error("the rows of the tables are mixed")
			}
			if diff := cmp.Diff([]string{four, six}, order); diff != "" {
				t.Errorf("opened (-want +got)\n%s", diff)
			}
		})
	}
}
