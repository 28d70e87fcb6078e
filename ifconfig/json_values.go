package ifconfig

import (
	"bytes"
	"net/netip"
	"strconv"

	"classicnet/internal/linktype"
	"classicnet/internal/netaddr"
)

// inet writes an IPv4 address, null for none.
func (j *jsonObject) inet(key string, a netip.Addr) {
	if !a.IsValid() {
		j.nulls(key)
		return
	}
	j.Key(key).OpenString()
	j.Buf = netaddr.Append4(j.Buf, a)
	j.CloseString()
}

// text writes a string, null for an empty one.
func (j *jsonObject) text(key, s string) { j.bytes(key, []byte(s)) }

// bytes is text for what is in a slice.
func (j *jsonObject) bytes(key string, s []byte) {
	if j.Key(key); len(s) == 0 {
		j.Null()
	} else {
		j.Bytes(s)
	}
}

// number writes a number, null if it isn't known.
func (j *jsonObject) number(key string, v uint64, known bool) {
	if j.Key(key); known {
		j.Uint(v)
	} else {
		j.Null()
	}
}

func (j *jsonObject) nulls(keys ...string) {
	for _, key := range keys {
		j.Key(key).Null()
	}
}

// hex writes a number as text, as C programs do: "0x20".
func (j *jsonObject) hex(key string, v uint64) {
	j.Key(key).OpenString()
	j.Buf = strconv.AppendUint(append(j.Buf, "0x"...), v, 16)
	j.CloseString()
}

// address is the text of the link-layer address until scratch is used again,
// empty where the link type has none.
func (j *jsonObject) address(kind *linktype.Type) []byte {
	if kind.Append == nil {
		return nil
	}
	return kind.Append(j.scratch[:0], j.Hw.Data[:])
}

// macOf is an address if it looks like a MAC address to jc, else empty.
func macOf(address []byte) []byte {
	if len(bytes.Trim(address, "0123456789abcdefABCDEF:")) > 0 {
		return nil
	}
	return address
}
