package ifconfig

import (
	"net/netip"
	"strconv"
	"strings"

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
func (j *jsonObject) text(key, s string) {
	if j.Key(key); s == "" {
		j.Null()
	} else {
		j.String(s)
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

// addressOf is the text of a link-layer address, "" where the link type has
// none.
func addressOf(kind *linktype.Type, data []byte) string {
	if kind.Append == nil {
		return ""
	}
	return string(kind.Append(nil, data))
}

// macOf is addressOf if it looks like a MAC address to jc, else "".
func macOf(kind *linktype.Type, data []byte) string {
	text := addressOf(kind, data)
	if strings.Trim(text, "0123456789abcdefABCDEF:") != "" {
		return ""
	}
	return text
}
