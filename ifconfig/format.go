package ifconfig

import (
	"classicnet/internal/dialect"
)

// Formatter turns interfaces into the text of a listing in one dialect.
// Its methods append to b and return it, and touch nothing but their
// arguments.
type Formatter struct {
	dialect *dialect.Dialect
	netstat bool // the short format is the table of netstat -i
}

// NewFormatter returns the formatter of a dialect by its name as --dialect
// takes it ("classic", "busybox", "net-tools-2.10" ...); ok tells whether there
// is one.
func NewFormatter(name string) (f Formatter, ok bool) {
	d := dialect.ByName(name)
	return Formatter{dialect: d}, d != nil
}

// AppendLong appends the block of an interface: several lines and an empty
// one.
func (f Formatter) AppendLong(b []byte, ifc *Interface) []byte {
	l := long{b, ifc, f.dialect}
	if f.dialect.Layout == dialect.NetTools2 {
		l.netTools2()
	} else {
		l.netTools1()
	}
	return l.b
}
