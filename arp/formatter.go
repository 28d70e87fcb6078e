package arp

import (
	"classicnet/internal/dialect"
	"classicnet/internal/jsonw"
	"classicnet/procnet"
)

// Formatter turns entries into the lines of arp -n and arp -an in one dialect. The
// zero value is that of the command without --dialect. Its methods append to b and
// return it, and touch nothing but their arguments.
type Formatter struct {
	dialect *dialect.Dialect
}

// NewFormatter returns the formatter of a dialect by its name as --dialect takes
// it. The error names those that there are.
func NewFormatter(name string) (Formatter, error) {
	d, err := dialect.Choose(name, true)
	return Formatter{d}, err
}

// AppendTitle appends what stands above the rows of Append: nothing in the dialect
// of busybox, which has no table.
func (f Formatter) AppendTitle(b []byte) []byte {
	return append(b, f.style().text(false).titles...)
}

// Append appends the row of an entry; in the dialect of busybox it is AppendBSD.
func (f Formatter) Append(b []byte, e Entry) []byte { return f.append(b, e, false) }

// AppendBSD appends an entry in the style of BSD, as arp -a prints it.
func (f Formatter) AppendBSD(b []byte, e Entry) []byte { return f.append(b, e, true) }

func (f Formatter) append(b []byte, e Entry, bsd bool) []byte {
	s := f.style()
	r := row{ARPEntry: e.row()}
	s.show(&r.ARPEntry)
	return s.text(bsd).append(b, &r)
}

func (f Formatter) style() *style {
	if f.dialect == nil {
		return styleOf(dialect.Beside())
	}
	return styleOf(f.dialect)
}

// AppendJSON appends entries as a JSON array, an object a line: what arp -n --json
// prints. Every object has every field: what isn't known is null.
func AppendJSON(b []byte, list []Entry) []byte {
	w := jsonw.Writer{Buf: b}
	w.List()
	for _, e := range list {
		w.Row()
		writeJSON(&w, &row{ARPEntry: e.row()})
	}
	w.EndList()
	return w.Buf
}

// row is the inverse of Of.
func (e Entry) row() procnet.ARPEntry {
	r := procnet.ARPEntry{
		IP: e.Addr, Type: uint32(e.Hw.Type), Flags: e.Flags, HWAddr: kernelText(e.Hw),
		Mask: "*", Device: e.Interface,
	}
	if r.Device == "" {
		r.Device = "*"
	}
	return r
}
