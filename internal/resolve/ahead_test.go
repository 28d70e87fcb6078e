package resolve

import (
	"errors"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// numbers yields 0 to n-1, an error beside each tenth.
func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i%10 == 9 {
				err = errTenth
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

var errTenth = errors.New("tenth")

// Ahead keeps order and errors, asks about each row exactly once, and reads no
// further than twice what was shown.
func TestAhead(t *testing.T) {
	for _, total := range []int{0, 1, 3, 4, 5, 9, 30} {
		var asked, got, want []int
		for i := range total {
			want = append(want, i)
		}
		ask := func(i *int, err error) {
			if (err != nil) != (*i%10 == 9) {
				t.Errorf("asked about %d with %v", *i, err)
			}
			asked = append(asked, *i)
		}
		for i, err := range Ahead(numbers(total), 4, ask) {
			got = append(got, i)
			if last := asked[len(asked)-1]; last > max(4, 2*i+4) {
				t.Errorf("asked for %d before %d was shown", last, i)
			}
			if (err != nil) != (i%10 == 9) {
				t.Errorf("%d came with %v", i, err)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d rows: (-want +got)\n%s", total, diff)
		}
		if diff := cmp.Diff(want, asked); diff != "" {
			t.Errorf("%d rows asked: (-want +got)\n%s", total, diff)
		}
	}
}

// A reader that stops is obeyed, in the middle and at the end.
func TestAheadStops(t *testing.T) {
	for _, stop := range []int{0, 3, 17} {
		seen := 0
		for i := range Ahead(numbers(20), 8, func(*int, error) {}) {
			if seen++; i == stop {
				break
			}
		}
		if seen != stop+1 {
			t.Errorf("saw %d after stopping at %d", seen, stop)
		}
	}
}
