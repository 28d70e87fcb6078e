package procnet

import (
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outcome is what a reader yields: a row, and the text of the error beside it.
type outcome[Row any] struct {
	Row Row
	Err string
}

func outcomes[Row any](seq iter.Seq2[Row, error]) (all []outcome[Row]) {
	for row, err := range seq {
		all = append(all, outcome[Row]{row, describe(err)})
	}
	return all
}

// describe is the error's text, with a mark where the line is Skipped.
func describe(err error) string {
	var line *LineError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &line) && line.Skipped:
		return err.Error() + " (skipped)"
	}
	return err.Error()
}

var addrs = cmp.Options{
	cmp.Comparer(func(a, b netip.Addr) bool { return a == b }),
	cmp.Comparer(func(a, b netip.AddrPort) bool { return a == b }),
}

// expect reads text and compares all that is yielded.
func expect[Row any](t *testing.T, read func(io.Reader) iter.Seq2[Row, error], text string, want []outcome[Row]) {
	t.Helper()
	got := outcomes(read(strings.NewReader(text)))
	if diff := cmp.Diff(want, got, addrs); diff != "" {
		t.Errorf("reading %.300q (-want +got):\n%s", text, diff)
	}
}

// cached is RouteCache without the layout.
func cached(r io.Reader) iter.Seq2[CachedRoute, error] {
	_, seq := RouteCache(r)
	return seq
}

var ip = netip.MustParseAddr

// zero4 is an IPv4 address that isn't there.
var zero4 = ip("0.0.0.0")

// needLittleEndian skips a test whose text was written by a little-endian
// kernel; the round trips run everywhere.
func needLittleEndian(t *testing.T) {
	if binary.NativeEndian.Uint16([]byte{1, 0}) != 1 {
		t.Skip("the addresses in this test's files are little-endian")
	}
}
