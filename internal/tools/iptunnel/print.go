package iptunnel

import (
	"encoding/binary"
	"net/netip"
	"strconv"

	"classicnet/internal/jsonw"
	"classicnet/internal/out"
	"classicnet/ioctl"
)

// writer takes the tunnels of a listing.
type writer interface {
	write(tunnel)
	end()
}

func (c *command) writer() writer {
	if !c.options.JSON {
		return textWriter{c}
	}
	j := &jsonWriter{c: c}
	j.w.List()
	return j
}

type textWriter struct{ c *command }

func (w textWriter) write(t tunnel) {
	b := t.append(w.c.Out.AvailableBuffer())
	if t.counters != nil {
		b = t.counters.append(b)
	}
	w.c.Out.Write(b) //nolint:errcheck // Close tells
}

func (w textWriter) end() {}

// append appends the line of a tunnel and the lines below it.
func (t *tunnel) append(b []byte) []byte {
	b = append(b, t.Name+": "+shownMode(t.Protocol)+"/ip  remote "+end(t.Remote)+"  local "+end(t.Local)+" "...)
	if t.dev != "" {
		b = append(b, " dev "+t.dev+" "...)
	}
	b = append(b, " ttl "+t.ttl()+" "...)
	b = t.appendTOS(b)
	if t.Fragment {
		b = append(b, " nopmtudisc"...)
	}
	b = append(t.appendKeys(b), '\n')
	for _, n := range notes {
		if n.of(t)&n.flag != 0 {
			b = append(b, "  "+n.text+"\n"...)
		}
	}
	return b
}

// notes are the lines below a tunnel's.
var notes = [...]struct {
	of   func(*tunnel) ioctl.TunnelFlags
	flag ioctl.TunnelFlags
	text string
}{
	{flagsIn, seqFlags, "Drop packets out of sequence."},
	{flagsIn, sumFlags, "Checksum in received packet is required."},
	{flagsOut, seqFlags, "Sequence packets on output."},
	{flagsOut, sumFlags, "Checksum output packets."},
}

func flagsIn(t *tunnel) ioctl.TunnelFlags  { return t.In }
func flagsOut(t *tunnel) ioctl.TunnelFlags { return t.Out }

func end(addr netip.Addr) string {
	if !addr.Is4() || addr.IsUnspecified() {
		return "any"
	}
	return addr.String()
}

func (t *tunnel) ttl() string {
	if t.TTL == 0 {
		return "inherit"
	}
	return strconv.Itoa(int(t.TTL))
}

// appendTOS appends the type of service, whose first bit means inherit.
func (t *tunnel) appendTOS(b []byte) []byte {
	if t.TOS == 0 {
		return b
	}
	b = append(b, " tos"...)
	before := byte(' ')
	if t.TOS&1 != 0 {
		b, before = append(b, " inherit"...), '/'
	}
	if rest := t.TOS &^ 1; rest != 0 {
		const digits = "0123456789abcdef"
		b = append(b, before, digits[rest>>4], digits[rest&15], ' ')
	}
	return b
}

func (t *tunnel) appendKeys(b []byte) []byte {
	in, out := t.In&keyFlags != 0, t.Out&keyFlags != 0
	if in && out && t.InKey == t.OutKey {
		return append(b, " key "+keyText(t.InKey)...)
	}
	if in {
		b = append(b, " ikey "+keyText(t.InKey)+" "...)
	}
	if out {
		b = append(b, " okey "+keyText(t.OutKey)+" "...)
	}
	return b
}

// keyText shows a key as an address.
func keyText(key uint32) string {
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], key)
	return netip.AddrFrom4(b).String()
}

// column is one of -s: which column of /proc/net/dev it shows, the first being 1,
// and its width.
type column struct{ from, width int }

// tables are the two lines of -s with their titles. What is called Mcasts is the
// number of compressed packets.
var tables = [...]struct {
	title   string
	columns [6]column
}{
	{"RX: Packets    Bytes        Errors CsumErrs OutOfSeq Mcasts\n", [6]column{{2, 10}, {1, 12}, {3, 6}, {6, 8}, {5, 8}, {7, 8}}},
	{"TX: Packets    Bytes        Errors DeadLoop NoRoute  NoBufs\n", [6]column{{10, 10}, {9, 12}, {11, 6}, {14, 8}, {15, 8}, {12, 6}}},
}

func (v *counters) append(b []byte) []byte {
	for _, t := range tables {
		b = append(b, t.title+"   "...)
		for _, c := range t.columns {
			b = out.AppendLeftInt(append(b, ' '), int64(v[c.from-1]), c.width)
		}
		b = append(b, '\n')
	}
	return append(b, '\n')
}

// jsonWriter writes an array, an object a line. Every object has all fields.
type jsonWriter struct {
	c *command
	w jsonw.Writer
}

func (j *jsonWriter) end() {
	j.w.EndList()
	j.c.Out.Write(j.w.Buf) //nolint:errcheck // Close tells
}

func (j *jsonWriter) write(t tunnel) {
	w := &j.w
	w.Row()
	w.Object()
	w.Key("name").String(t.Name)
	w.Key("mode").String(shownMode(t.Protocol))
	w.Key("protocol").Uint(uint64(t.Protocol))
	member(w, "remote", t.Remote.String(), end(t.Remote) != "any")
	member(w, "local", t.Local.String(), end(t.Local) != "any")
	member(w, "dev", t.dev, t.dev != "")
	w.Key("ttl").Uint(uint64(t.TTL))
	w.Key("tos").Uint(uint64(t.TOS &^ 1))
	w.Key("tos_inherit").Bool(t.TOS&1 != 0)
	w.Key("pmtudisc").Bool(!t.Fragment)
	direction(w, "i", t.In, t.InKey)
	direction(w, "o", t.Out, t.OutKey)
	j.counters(t.counters)
	w.EndObject()
}

func member(w *jsonw.Writer, key, text string, known bool) {
	if w.Key(key); known {
		w.String(text)
	} else {
		w.Null()
	}
}

// direction writes the key and the flags of one direction.
func direction(w *jsonw.Writer, prefix string, flags ioctl.TunnelFlags, key uint32) {
	if w.Key(prefix + "key"); flags&keyFlags != 0 {
		w.Uint(uint64(key))
	} else {
		w.Null()
	}
	w.Key(prefix + "seq").Bool(flags&seqFlags != 0)
	w.Key(prefix + "csum").Bool(flags&sumFlags != 0)
}

// names are those of the counters, by their columns in /proc/net/dev.
var names = [...]string{
	"rx_bytes", "rx_packets", "rx_errors", "rx_dropped", "rx_overruns", "rx_frame", "rx_compressed", "rx_multicast",
	"tx_bytes", "tx_packets", "tx_errors", "tx_dropped", "tx_overruns", "tx_collisions", "tx_carrier", "tx_compressed",
}

// counters writes what -s shows and all else that the file has.
func (j *jsonWriter) counters(v *counters) {
	for i, name := range names {
		if j.w.Key(name); v == nil {
			j.w.Null()
		} else {
			j.w.Uint(v[i])
		}
	}
}
