package route

import (
	"strconv"

	"classicnet/internal/out"
)

// column is one column of a listing whose rows are made from values of type R.
type column[R any] struct {
	put   func(b []byte, r *R) []byte // appends the bare value
	width int                         // it has at least so many bytes
	right bool                        // and stands at their right
	cut   int                         // it has at most so many; 0: any number
	gap   string                      // what follows
}

// appendColumns appends the columns of a row.
func appendColumns[R any](b []byte, columns []column[R], r *R) []byte {
	for i := range columns {
		c := &columns[i]
		b = fit(c.put(b, r), len(b), c.cut, c.width, c.right, c.gap)
	}
	return b
}

// fit is the part of appendColumns that is the same whatever R is, and so is in the
// file once: it makes a column of what was appended since start.
//
//go:noinline
func fit(b []byte, start, cut, width int, right bool, gap string) []byte {
	if cut > 0 {
		b = b[:min(len(b), start+cut)]
	}
	if right {
		b = shiftRight(b, start, width)
	} else {
		b = out.PadRight(b, start, width)
	}
	return append(b, gap...)
}

// shiftRight moves what was appended since start to the right of a column.
func shiftRight(b []byte, start, width int) []byte {
	n := len(b) - start
	if n >= width {
		return b
	}
	b = out.AppendBlanks(b, width-n)
	copy(b[len(b)-n:], b[start:start+n])
	for i := start; i < len(b)-n; i++ {
		b[i] = ' '
	}
	return b
}

// dash stands where a reject route has no value.
func dash[R any](b []byte, _ *R) []byte { return append(b, '-') }

func appendInt(b []byte, v int32) []byte { return strconv.AppendInt(b, int64(v), 10) }

// appendMetric appends a metric, with a sign where the classic tools print one.
func appendMetric(b []byte, v uint32, unsigned bool) []byte {
	if unsigned {
		return strconv.AppendUint(b, uint64(v), 10)
	}
	return appendInt(b, int32(v))
}
