package arp

import (
	"iter"

	"classicnet/internal/dialect"
	"classicnet/internal/jsonw"
	"classicnet/internal/netaddr"
	"classicnet/ioctl"
)

// printJSON writes the rows as an array, an object a line. The fields are those
// that jc(1) has for arp, and then what it can't read. Every object has all of
// them: what isn't known is null.
func (l *listing) printJSON(rows iter.Seq2[row, error]) error {
	var w jsonw.Writer
	w.Buf = l.Out.AvailableBuffer()
	w.List()
	var r row // one for all
	var err error
	for r, err = range rows {
		if err != nil {
			break // what stands there is whole all the same
		}
		l.named(&r)
		w.Row()
		writeJSON(&w, &r)
		if _, err := l.Out.Write(w.Buf); err != nil {
			return nil // Close tells
		}
		w.Buf = l.Out.AvailableBuffer()
	}
	w.EndList()
	l.Out.Write(w.Buf) //nolint:errcheck // Close tells
	return err
}

func writeJSON(w *jsonw.Writer, r *row) {
	w.Object()
	member(w, "name", r.name)
	w.Key("address").OpenString()
	w.Buf = netaddr.Append4(w.Buf, r.IP)
	w.CloseString()
	if r.is(ioctl.ARPComplete) {
		member(w, "hwtype", styles[dialect.Routes210].keywordOf(r.Type))
		member(w, "hwaddress", r.HWAddr)
	} else {
		member(w, "hwtype", "")
		member(w, "hwaddress", "")
	}
	w.Key("flags_mask").OpenString()
	w.Buf = r.Flags.Append(w.Buf)
	w.CloseString()
	member(w, "iface", r.device())
	w.Key("permanent").Bool(r.is(ioctl.ARPPermanent))
	w.Key("published").Bool(r.is(ioctl.ARPPublish))
	w.Key("flags").Uint(uint64(r.Flags))
	member(w, "netmask", r.mask())
	w.Key("link_type").Uint(uint64(r.Type))
	w.EndObject()
}

// device is "" for an entry of all devices.
func (r *row) device() string {
	if r.Device == "*" {
		return ""
	}
	return r.Device
}

// member writes a string, null for an empty one.
func member(w *jsonw.Writer, key, s string) {
	w.Key(key).Text(s)
}
