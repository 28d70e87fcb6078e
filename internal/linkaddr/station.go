package linkaddr

import "strconv"

// AppendDDP appends NET/NODE of an AppleTalk address, given as the bytes after
// the family of a sockaddr_at (<linux/atalk.h>).
func AppendDDP(b, data []byte) []byte {
	network := uint64(byteAt(data, 2))<<8 | uint64(byteAt(data, 3))
	b = strconv.AppendUint(b, network, 10)
	b = append(b, '/')
	return strconv.AppendUint(b, uint64(byteAt(data, 4)), 10)
}

// Where a struct sockaddr_ec has station and network, counted from behind the
// family (<neteconet/ec.h>).
const (
	ecStation = 3
	ecNetwork = 4
	ecSize    = 5
)

// AppendEconet appends NET.STATION of an Econet address, given as the bytes
// after the family of a sockaddr_ec.
func AppendEconet(b, data []byte) []byte {
	b = strconv.AppendUint(b, uint64(byteAt(data, ecNetwork)), 10)
	b = append(b, '.')
	return strconv.AppendUint(b, uint64(byteAt(data, ecStation)), 10)
}

// ParseEconet reads NET.STATION or STATION as scanf's %d.%d does, so text
// behind them is ignored, and keeps the low byte of each. It returns the bytes
// after the family of a sockaddr_ec. No number is ErrSyntax.
func ParseEconet(text string) ([]byte, error) {
	first, rest, ok := scanInt(text)
	if !ok {
		return nil, ErrSyntax
	}
	data := make([]byte, ecSize)
	data[ecStation] = byte(first)
	if rest == "" || rest[0] != '.' {
		return data, nil
	}
	if second, _, ok := scanInt(rest[1:]); ok {
		data[ecNetwork], data[ecStation] = byte(first), byte(second)
	}
	return data, nil
}
