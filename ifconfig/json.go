package ifconfig

import (
	"classicnet/internal/jsonw"
	"classicnet/internal/linktype"
)

// AppendJSON appends interfaces as a JSON array, an object a line. The fields
// are those that jc(1) reads from net-tools 2.10, in its words and order, and
// then what it can't read; docs/json.md has them all. Every object has every
// field: what isn't known is null. Wants a listing in detail Everything.
func AppendJSON(b []byte, list []Interface) []byte {
	j := jsonObject{Writer: jsonw.Writer{Buf: b}}
	j.List()
	for i := range list {
		j.Row()
		j.Interface = &list[i]
		j.object()
	}
	j.EndList()
	return j.Buf
}

// jsonObject is an interface's object while it is built.
type jsonObject struct {
	jsonw.Writer
	*Interface
	scratch [64]byte // for texts that may turn out empty
}

func (j *jsonObject) object() {
	j.Object()
	j.device()
	j.lastAddresses()
	j.counters()
	j.inet4()
	j.inet6()
	j.extras()
	j.others()
	j.EndObject()
}

func (j *jsonObject) device() {
	j.Key("name").String(j.Name)
	if j.Stray {
		j.nulls("flags", "state", "mtu", "type", "mac_addr")
		return
	}
	kind := j.linkType()
	j.Key("flags").Uint(uint64(j.Flags))
	j.Key("state").Array()
	for word, rest := j.Flags.Cut(); word != ""; word, rest = rest.Cut() {
		j.String(word)
	}
	j.EndArray()
	j.Key("mtu").Int(int64(j.MTU))
	j.Key("type").String(kind.Title)
	j.bytes("mac_addr", macOf(j.address(kind)))
}

// linkType is the type as net-tools 2.10 knows it.
func (j *jsonObject) linkType() *linktype.Type {
	return linktype.NetTools210.ByNumber(j.Hw.Type)
}
