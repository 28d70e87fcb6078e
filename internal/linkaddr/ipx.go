package linkaddr

import (
	"encoding/binary"
	"math"
)

// Where a struct sockaddr_ipx (<linux/ipx.h>) has network and node, counted
// from behind the family.
const (
	ipxNetwork = 2
	ipxNode    = 6
	ipxSize    = 12
)

// AppendIPX appends network and node of an IPX address, given as the bytes
// after the family of a sockaddr_ipx: 0000AB03:132333435363. A part that is
// zero is left out, with the colon.
func AppendIPX(b, data []byte) []byte {
	var a [ipxSize]byte
	copy(a[:], data)
	network, node := a[ipxNetwork:ipxNode], a[ipxNode:]
	if !zero(network) {
		b = AppendUpper(b, network, len(network), 0)
	}
	if !zero(network) && !zero(node) {
		b = append(b, ':')
	}
	if !zero(node) {
		b = AppendUpper(b, node, len(node), 0)
	}
	return b
}

// ParseIPX reads NET:NODE, NET as strtoul reads base 16 and NODE 12 hex digits,
// behind which text is ignored. It returns the bytes after the family of a
// sockaddr_ipx. Zeros and ones alone are no address: ErrSyntax, as for other
// text.
func ParseIPX(text string) ([]byte, error) {
	network, rest := scanHex(text)
	if network == 0 || network == math.MaxUint32 || rest == "" || rest[0] != ':' {
		return nil, ErrSyntax
	}
	data := make([]byte, ipxSize)
	binary.BigEndian.PutUint32(data[ipxNetwork:], uint32(network))
	node := data[ipxNode:]
	if !parseNode(node, rest[1:]) || zero(node) || ones(node) {
		return nil, ErrSyntax
	}
	return data, nil
}

// parseNode fills node from two hex digits a byte, nothing between them.
func parseNode(node []byte, text string) bool {
	if len(text) < 2*len(node) {
		return false
	}
	for i := range node {
		v, size := byteOfHex(text[2*i:], false)
		if size == 0 {
			return false
		}
		node[i] = v
	}
	return true
}

func zero(p []byte) bool { return all(p, 0) }

func ones(p []byte) bool { return all(p, 0xff) }

func all(p []byte, value byte) bool {
	for _, c := range p {
		if c != value {
			return false
		}
	}
	return true
}
