package out

import (
	"fmt"
	"testing"
)

func TestColumnsArePrintfs(t *testing.T) {
	for _, width := range []int{0, 1, 3, 6, 24} {
		for _, s := range []string{"", "a", "abc", "abcdefg"} {
			check(t, AppendLeft([]byte("x"), s, width), fmt.Sprintf("x%-*s", width, s))
			check(t, AppendRight([]byte("x"), s, width), fmt.Sprintf("x%*s", width, s))
		}
		for _, v := range []int64{0, 7, -1, 1 << 62, -1 << 63} {
			check(t, AppendLeftInt([]byte("x"), v, width), fmt.Sprintf("x%-*d", width, v))
			check(t, AppendRightInt([]byte("x"), v, width), fmt.Sprintf("x%*d", width, v))
			check(t, AppendLeftUint([]byte("x"), uint64(v), width), fmt.Sprintf("x%-*d", width, uint64(v)))
			check(t, AppendRightUint([]byte("x"), uint64(v), width), fmt.Sprintf("x%*d", width, uint64(v)))
		}
	}
}

func check(t *testing.T, got []byte, want string) {
	t.Helper()
	if string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestColumnsAllocateNothing(t *testing.T) {
	b := make([]byte, 0, 256)
	n := testing.AllocsPerRun(100, func() {
		b = AppendRightInt(AppendLeft(b[:0], "eth0", 15), 1500, 6)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
