package linkaddr

import (
	"bytes"
	"strings"

	"classicnet/internal/cnum"
)

const (
	roseSize = 5
	x25Size  = 16 // struct x25_address of <linux/x25.h>, with a NUL
	x25Long  = 15
	x25Text  = 18 // the longest address with its /15
	dataSize = 14 // sa_data of a struct sockaddr
)

// AppendRose appends the ten digits of a ROSE address.
func AppendRose(b, addr []byte) []byte { return AppendLower(b, addr, roseSize, 0) }

// ParseRose reads the ten digits of a ROSE address, two a byte. Like the
// classic tools it doesn't look whether they are digits. Error: NotTenDigits.
func ParseRose(text string) ([]byte, error) {
	if len(text) != 2*roseSize {
		return nil, NotTenDigits
	}
	addr := make([]byte, roseSize)
	for i := range addr {
		addr[i] = (text[2*i]-'0')<<4 | (text[2*i+1] - '0')
	}
	return addr, nil
}

// AppendX25 appends an X.25 address, which is text already: up to its first
// NUL and at most 16 bytes.
func AppendX25(b, addr []byte) []byte {
	addr = addr[:min(len(addr), x25Size)]
	if end := bytes.IndexByte(addr, 0); end >= 0 {
		addr = addr[:end]
	}
	return append(b, addr...)
}

// ParseX25 reads an X.25 address as X25Digits does. As in the classic tools one
// more digit than those that matter is kept, and what doesn't fit into sa_data
// is cut.
func ParseX25(text string) ([]byte, error) {
	digits, significant, err := X25Digits(text)
	if err != nil {
		return nil, err
	}
	return []byte(digits[:min(len(digits), significant+1, dataSize)]), nil
}

// X25Digits reads an X.25 address of 1 to 15 characters with an optional /N, the
// number of its digits that matter, all without it. Errors: LongX25,
// InvalidX25.
func X25Digits(text string) (digits string, significant int, err error) {
	if len(text) > x25Text {
		return "", 0, LongX25
	}
	digits, count, counted := strings.Cut(text, "/")
	significant = len(digits)
	if counted {
		significant = int(cnum.Atoi(count))
	}
	if len(digits) < 1 || len(digits) > x25Long || significant < 0 || significant > len(digits) {
		return "", 0, InvalidX25
	}
	return digits, significant, nil
}
