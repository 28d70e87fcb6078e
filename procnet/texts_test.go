package procnet

import (
	"fmt"
	"strings"
	"testing"
)

// Strings outlive the buffer that they came from, whatever comes after.
func TestTextsStay(t *testing.T) {
	var s texts
	var want, got []string
	buf := make([]byte, 0, 64)
	for i := range 10_000 {
		buf = fmt.Appendf(buf[:0], "veth%d", i%3000)
		want = append(want, string(buf))
		got = append(got, s.keep(buf))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("text %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestTextsOdd(t *testing.T) {
	var s texts
	long := strings.Repeat("x", 3*lastTextBlock)
	for _, text := range []string{"", "a", "", "ab", long, "a", long[1:], "\x00", "\xff\xfe"} {
		if got := s.keep([]byte(text)); got != text {
			t.Errorf("keep(%.20q) = %.20q", text, got)
		}
	}
}

// Names that alternate are made once.
func TestTextsShared(t *testing.T) {
	var s texts
	names := [][]byte{[]byte("eth0"), []byte("eth1"), []byte("lo")}
	allocs := testing.AllocsPerRun(100_000, func() {
		for _, name := range names {
			s.keep(name)
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations for names that were seen before", allocs)
	}
}
