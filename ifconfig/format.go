package ifconfig

import (
	"classicnet/internal/dialect"
)

// Formatter turns interfaces into the text of a listing in one dialect, the
// classic one if it is the zero value.
// Its methods append to b and return it, and touch nothing but their
// arguments.
type Formatter struct {
	dialect *dialect.Dialect
	netstat bool // the short format is the table of netstat -i
}

// NewFormatter returns the formatter of a dialect by its name as --dialect
// takes it ("classic", "busybox", "net-tools-2.10" ...). The error names those
// that there are.
func NewFormatter(name string) (Formatter, error) {
	d, err := dialect.Choose(name, false)
	return Formatter{dialect: d}, err
}

// shape is the dialect.
func (f *Formatter) shape() *dialect.Dialect {
	if f.dialect == nil {
		return dialect.Classic()
	}
	return f.dialect
}

// AppendLong appends the block of an interface: several lines and an empty
// one.
func (f Formatter) AppendLong(b []byte, ifc *Interface) []byte {
	if ifc == nil {
		return b
	}
	l := long{b, ifc, f.shape()}
	if l.d.Layout == dialect.NetTools2 {
		l.netTools2()
	} else {
		l.netTools1()
	}
	return l.b
}
