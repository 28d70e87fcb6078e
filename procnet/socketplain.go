package procnet

import (
	"encoding/binary"
	"math"
	"net/netip"
)

// plain reads a line as kernels write it, eight digits at a time: the columns of
// fixed width stand where they must, and nothing is too large for them. Any other
// line it leaves to the columns' own readers, which agree with it on this one.
func (row *Socket) plain(line []byte) bool {
	start := blanksEnd(line, 0)
	at := digitsEnd(line, start)
	if at == start || at+1 >= len(line) || line[at] != ':' || line[at+1] != ' ' {
		return false
	}
	line = line[at+2:]
	var h hexColumns
	switch {
	case len(line) >= 2*endWidth4+numbersWidth && line[8] == ':':
		row.Local, row.Remote = h.end4(line), h.end4(line[endWidth4:])
		line = line[2*endWidth4:]
	case len(line) >= 2*endWidth6+numbersWidth && line[32] == ':':
		row.Local, row.Remote = h.end6(line), h.end6(line[endWidth6:])
		line = line[2*endWidth6:]
	default:
		return false
	}
	row.numbers(&h, line)
	return h.wrong == 0 && row.owner(line[numbersWidth:])
}

const (
	endWidth4 = 8 + 1 + 4 + 1  // of an IPv4 end: XXXXXXXX:XXXX and a blank
	endWidth6 = 32 + 1 + 4 + 1 // of an IPv6 one
	// numbersWidth is that of XX XXXXXXXX:XXXXXXXX XX:XXXXXXXX XXXXXXXX and a blank:
	// st, tx_queue:rx_queue, tr:tm->when, retrnsmt.
	numbersWidth = 3 + 18 + 12 + 9
)

// numbers reads the columns between the ends and the owner.
func (row *Socket) numbers(h *hexColumns, line []byte) {
	_ = line[numbersWidth-1]
	row.State = h.two(line, ' ')
	row.TxQueue = uint64(h.eight(line[3:], ':'))
	row.RxQueue = uint64(h.eight(line[12:], ' '))
	row.Timer = h.two(line[21:], ':')
	row.Expires = uint64(h.eight(line[24:], ' '))
	row.Retransmits = uint64(h.eight(line[33:], ' '))
}

// owner reads uid, timeout and inode, decimal and of no fixed width.
func (row *Socket) owner(line []byte) bool {
	uid, line := plainDecimal(line)
	probes, line := plainDecimal(line)
	inode, line := plainDecimal(line)
	row.UID, row.Probes, row.Inode = uint32(uid), int32(probes), inode
	return line != nil && uid <= math.MaxUint32 && probes <= math.MaxInt32
}

// plainDecimal reads up to 15 digits behind blanks, and a blank or the end behind
// them. What is left of the line is nil where there is no such number.
func plainDecimal(line []byte) (v uint64, rest []byte) {
	start := blanksEnd(line, 0)
	at := digitsEnd(line, start)
	if n := at - start; n == 0 || n > 15 || at < len(line) && line[at] != ' ' {
		return 0, nil
	}
	for _, c := range line[start:at] {
		v = v*10 + uint64(c-'0')
	}
	return v, line[at:]
}

func blanksEnd(line []byte, at int) int {
	for at < len(line) && line[at] == ' ' {
		at++
	}
	return at
}

func digitsEnd(line []byte, at int) int {
	for at < len(line) && line[at]-'0' < 10 {
		at++
	}
	return at
}

// hexColumns reads columns of hex digits, and remembers whether all were such.
type hexColumns struct{ wrong uint64 }

// end4 reads an IPv4 address, a port and the blank behind it.
func (h *hexColumns) end4(line []byte) netip.AddrPort {
	_ = line[endWidth4-1]
	a := address4(h.eight(line, ':'))
	return netip.AddrPortFrom(a, h.four(line[9:], ' '))
}

// end6 reads the same of IPv6.
func (h *hexColumns) end6(line []byte) netip.AddrPort {
	_ = line[endWidth6-1]
	var a [16]byte
	for i := range 4 {
		end := line[8*i+8] // a digit of the next word is what it is
		if i == 3 {
			end = ':'
		}
		binary.NativeEndian.PutUint32(a[4*i:], h.eight(line[8*i:], end))
	}
	return netip.AddrPortFrom(netip.AddrFrom16(a), h.four(line[33:], ' '))
}

// eight reads 8 digits; end must stand behind them, as behind those of the others.
func (h *hexColumns) eight(b []byte, end byte) uint32 {
	_ = b[8]
	return h.digits(binary.BigEndian.Uint64(b)) + h.expect(b[8], end)
}

func (h *hexColumns) four(b []byte, end byte) uint16 {
	_ = b[4]
	return uint16(h.digits(uint64(binary.BigEndian.Uint32(b))|zeroDigits>>32<<32) + h.expect(b[4], end))
}

func (h *hexColumns) two(b []byte, end byte) uint32 {
	_ = b[2]
	return h.digits(uint64(binary.BigEndian.Uint16(b))|zeroDigits>>16<<16) + h.expect(b[2], end)
}

// expect is 0, and notes where a byte isn't the one that it must be.
func (h *hexColumns) expect(b, want byte) uint32 {
	h.wrong |= uint64(b ^ want)
	return 0
}

const (
	zeroDigits = 0x3030303030303030 // eight times '0'
	eachByte   = 0x0101010101010101
)

// digits is the number that 8 digits make, all at once: the lower half of each is
// its value, and 9 more in a letter. They are wrong where the digits of these values
// aren't the same again.
func (h *hexColumns) digits(text uint64) uint32 {
	if text == zeroDigits {
		return 0
	}
	v := text&(0x0f*eachByte) + text>>6&eachByte*9
	letters := (v + 6*eachByte) >> 4 & eachByte
	h.wrong |= v&(0x10*eachByte) | ((v + zeroDigits + 7*letters) ^ text)
	v = (v | v>>4) & 0x00ff00ff00ff00ff
	v = (v | v>>8) & 0x0000ffff0000ffff
	return uint32(v | v>>16)
}
