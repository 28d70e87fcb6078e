package linkaddr

import "classicnet/internal/cnum"

// An AX.25 address is an amateur's call sign and the number of one of his
// stations (SSID), as NET/ROM's is: six characters shifted left by one and
// padded with blanks, then a byte with the SSID in its bits 1 to 4
// (<linux/ax25.h>).
const (
	callLetters = 6
	callSize    = 7
	callPad     = ' ' << 1
)

// AppendCallsign appends the text of an AX.25 or NET/ROM address: K1ABC or,
// with an SSID other than 0, K1ABC-15. The zero address is the empty text.
// Characters are not checked; out.Streams keeps them from a terminal.
func AppendCallsign(b, addr []byte) []byte {
	for i := range callLetters {
		c := byteAt(addr, i) >> 1
		if c == ' ' || c == 0 {
			break
		}
		b = append(b, c)
	}
	switch ssid := byteAt(addr, callLetters) >> 1 & 15; {
	case ssid >= 10:
		b = append(b, '-', '1', '0'+ssid-10)
	case ssid > 0:
		b = append(b, '-', '0'+ssid)
	}
	return b
}

// ParseCallsign reads up to six letters and digits and an optional -SSID, and
// returns the 7 bytes of the address. Case doesn't matter. The SSID is read as
// atoi reads it and not checked, so more than 15 spills into the flag bits.
// Errors: InvalidCallsign, LongCallsign.
func ParseCallsign(text string) ([]byte, error) {
	addr := []byte{callPad, callPad, callPad, callPad, callPad, callPad, 0}
	n := 0
	for ; n < len(text) && n < callLetters && text[n] != '-'; n++ {
		c, ok := callLetter(text[n])
		if !ok {
			return nil, InvalidCallsign
		}
		addr[n] = c << 1
	}
	if n == len(text) {
		return addr, nil
	}
	if text[n] != '-' {
		return nil, LongCallsign
	}
	addr[callSize-1] = byte(cnum.Atoi(text[n+1:]) << 1)
	return addr, nil
}

func callLetter(c byte) (byte, bool) {
	switch {
	case 'a' <= c && c <= 'z':
		return c - 'a' + 'A', true
	case 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return c, true
	}
	return 0, false
}
