package ifconfig

import (
	"strings"

	"classicnet/internal/dialect"
)

// list shows the interfaces that are up, or all.
func (t *tool) list() int {
	source, err := t.source()
	if err != nil {
		return t.stop(err)
	}
	l := source.List(t.All, t.detail())
	status := t.report(&l)
	t.print(l.Interfaces)
	return status
}

// query shows one interface, up or not.
func (t *tool) query(name string) int {
	source, err := t.source()
	if err != nil {
		return t.stop(err)
	}
	l, err := source.Query(name, t.detail())
	status := t.report(&l)
	t.print(l.Interfaces)
	if err != nil {
		return t.stop(&fetchError{name, err})
	}
	return status
}

func (t *tool) detail() Detail {
	switch {
	case t.JSON && !t.table():
		return Whole
	case t.Short:
		return Brief
	}
	return Full
}

// table tells whether this is netstat's table, which has a JSON form of its own;
// ifconfig's short format has that of the long one.
func (t *tool) table() bool { return t.Short && t.formatter.netstat }

// print writes the interfaces in the format asked for. JSON is a list and the
// short format has its title line even if nothing follows.
func (t *tool) print(list []Interface) {
	f := t.formatter
	switch {
	case t.JSON && t.table():
		t.out.Write(appendTableJSON(t.out.AvailableBuffer(), list))
		return
	case t.JSON:
		t.out.Write(AppendJSON(t.out.AvailableBuffer(), list))
		return
	}
	if t.Short {
		t.out.Write(f.AppendShortHeader(t.out.AvailableBuffer()))
	}
	for i := range list {
		if t.Short {
			t.out.Write(f.AppendShort(t.out.AvailableBuffer(), &list[i]))
		} else {
			t.out.Write(f.AppendLong(t.out.AvailableBuffer(), &list[i]))
		}
	}
}

// source is the state of the machine's interfaces, through a socket of any
// family: inet's, or what there is instead.
func (t *tool) source() (s Source, err error) {
	k, err := t.any()
	if err != nil {
		return s, err
	}
	if k != t.inetSocket() {
		t.out.Errorf("warning: no inet socket available: %s\n", reason(t.inetErr()))
	}
	s = Source{Kernel: k, Open: t.env.Open, Others: t.others()}
	if t.formatter.dialect.Busybox && !t.JSON {
		s.Order, s.Busybox = strings.Compare, true
	}
	return s, nil
}

// chooseDialect settles the format of listings.
func (t *tool) chooseDialect() error {
	d, err := dialect.Choose(t.Dialect, t.env.Getenv(dialect.Variable))
	t.formatter = Formatter{dialect: d}
	return err
}
