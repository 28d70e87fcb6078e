package ifconfig

import (
	"math/bits"
	"strconv"

	"classicnet/internal/dialect"
)

// appendScaled appends a byte count in the dialect's largest unit below it,
// with tenths: "134.0 MB". Tenths are cut off, never rounded.
func appendScaled(b []byte, count uint64, d *dialect.Dialect) []byte {
	tenths, unit := scale(count, d)
	b = strconv.AppendUint(b, tenths/10, 10)
	b = append(b, '.', '0'+byte(tenths%10), ' ')
	return append(b, d.Units[unit]...)
}

// exa is the unit that only net-tools 2.x has. It divides by a tenth of it,
// itself cut off: 2^64-1 bytes are "16.0 EiB".
const exa = 6

// scale returns the count in tenths of a unit, and which. A unit is used for
// more than one of it: 1024 bytes are "1024.0 B".
func scale(count uint64, d *dialect.Dialect) (tenths uint64, unit int) {
	if d.StepUnits {
		return scaleStepwise(count, d)
	}
	size := uint64(1)
	for unit+1 < len(d.Units) && count > size*d.Thousand {
		size *= d.Thousand
		unit++
	}
	if unit == exa {
		return count / (size / 10), unit
	}
	if d.Wraps {
		return count * 10 / size, unit
	}
	// Count times ten needs more than 64 bits above 1.8 EB.
	hi, lo := bits.Mul64(count, 10)
	tenths, _ = bits.Div64(hi, lo, size)
	return tenths, unit
}

// scaleStepwise divides while 1024 or more is left; each step forgets the
// remainder of the one before.
func scaleStepwise(count uint64, d *dialect.Dialect) (tenths uint64, unit int) {
	rest := uint64(0)
	for unit+1 < len(d.Units) && count >= d.Thousand {
		rest = count % d.Thousand * 10 / d.Thousand
		count /= d.Thousand
		unit++
	}
	return count*10 + rest, unit
}
