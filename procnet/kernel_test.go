package procnet

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"net/netip"
	"strings"
)

// kernel writes a file as the kernel does, from random rows.
type kernel[Row any] struct {
	read   func(io.Reader) iter.Seq2[Row, error]
	limit  int // the longest piece of a line that read takes
	titles string
	line   func(Row) string
	random func(*rand.Rand) Row

	other *kernel[Row]   // another layout that read knows
	has   func(Row) bool // whether a row is of this layout
}

// file is a file of n rows, and the rows.
func (k kernel[Row]) file(seed uint64, n int) (string, []Row) {
	random := rand.New(rand.NewPCG(seed, 1))
	var text strings.Builder
	text.WriteString(k.titles)
	rows := make([]Row, n)
	for i := range rows {
		rows[i] = k.random(random)
		text.WriteString(k.line(rows[i]))
	}
	return text.String(), rows
}

// left and right are %-Ns and %Ns of C, which count bytes.
func left(s string, n int) string  { return s + strings.Repeat(" ", max(0, n-len(s))) }
func right(s string, n int) string { return strings.Repeat(" ", max(0, n-len(s))) + s }

// word4 is an IPv4 address as the kernel of this machine prints its word.
func word4(a netip.Addr) string {
	b := a.As4()
	return fmt.Sprintf("%08X", binary.NativeEndian.Uint32(b[:]))
}

// hex6 is %pi6.
func hex6(a netip.Addr) string {
	b := a.As16()
	return hex.EncodeToString(b[:])
}

func random4(r *rand.Rand) netip.Addr {
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], r.Uint32()&-(r.Uint32()&1)) // half are zero
	return netip.AddrFrom4(b)
}

func random6(r *rand.Rand) netip.Addr {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:], r.Uint64())
	binary.BigEndian.PutUint64(b[8:], r.Uint64()&-(r.Uint64()&1))
	return netip.AddrFrom16(b)
}

func randomHW(r *rand.Rand) (hw [6]byte) {
	binary.BigEndian.PutUint32(hw[2:], r.Uint32())
	return hw
}

// randomName is an interface's: 1 to 15 bytes but white space, '/', ':', NUL.
func randomName(r *rand.Rand) string {
	name := make([]byte, 1+r.IntN(15))
	for i := range name {
		for name[i] == 0 || strings.IndexByte(" \t\n\v\f\r/:", name[i]) >= 0 {
			name[i] = byte(r.Uint32())
		}
	}
	return string(name)
}

// randomCall is a call sign with or without an SSID.
func randomCall(r *rand.Rand) string {
	call := fmt.Sprintf("N%dCALL", r.IntN(10))
	if ssid := r.IntN(16); ssid > 0 {
		call += fmt.Sprintf("-%d", ssid)
	}
	return call
}

// randomCalls are up to two call signs.
func randomCalls(r *rand.Rand) string {
	calls := []string{randomCall(r), randomCall(r)}
	return strings.Join(calls[r.IntN(3):], " ")
}

// randomInt is any 32-bit number, small ones often.
func randomInt(r *rand.Rand) int32 { return int32(r.Uint32()) >> (r.Uint32() % 32) }
