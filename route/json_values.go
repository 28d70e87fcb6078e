package route

import (
	"net/netip"

	"classicnet/internal/netaddr"
)

// jsonText writes what a column shows of a row: printable ASCII. It
// returns the text.
func jsonText[R any](j *jsonTables, key string, put func([]byte, *R) []byte, r *R) (text []byte) {
	j.Key(key).OpenString()
	start := len(j.Buf)
	j.Buf = put(j.Buf, r)
	text = j.Buf[start:]
	j.CloseString()
	return text
}

func (j *jsonTables) quad(key string, a netip.Addr) {
	j.Key(key).OpenString()
	j.Buf = netaddr.Append4(j.Buf, a)
	j.CloseString()
}

// putSource6 appends where packets must come from to take an IPv6 route, which
// no table shows.
func putSource6(b []byte, r *inet6Row) []byte {
	b = append(netaddr.AppendPlain6(b, r.Source), '/')
	return appendInt(b, int32(r.SourceLen))
}

func (j *jsonTables) number(key string, v int32) { j.Key(key).Int(int64(v)) }

// unsigned writes a number that has no sign in the kernel, whatever the text of
// the file or our type makes of it.
func (j *jsonTables) unsigned(key string, v uint32) { j.Key(key).Uint(uint64(v)) }

// prettyNames are jc's names of flags by their letters. It doesn't know the
// others, and takes the D of IPv6, a default route by advertisement, for
// DYNAMIC, too.
var prettyNames = [...]struct {
	letter byte
	name   string
}{
	{'U', "UP"}, {'H', "HOST"}, {'G', "GATEWAY"}, {'R', "REINSTATE"}, {'D', "DYNAMIC"},
	{'M', "MODIFIED"}, {'A', "ADDRCONF"}, {'C', "CACHE"}, {'!', "REJECT"},
}

// pretty writes the names of flags.
func (j *jsonTables) pretty(letters []byte) {
	j.Key(j.keys.pretty).Array()
	for _, letter := range letters {
		for i := range prettyNames {
			if prettyNames[i].letter == letter {
				j.String(prettyNames[i].name)
			}
		}
	}
	j.EndArray()
}
