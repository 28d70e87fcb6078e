package ifconfig

import (
	"strings"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
)

// list shows the interfaces that are up, or all.
func (t *command) list() int {
	f, source, err := t.listing()
	if err != nil {
		return t.stop(err)
	}
	q := source.list(t.All, t.detail())
	status := t.report(&q.Listing)
	t.print(f, q.Interfaces)
	return status
}

// query shows one interface, up or not.
func (t *command) query(name string) int {
	f, source, err := t.listing()
	if err != nil {
		return t.stop(err)
	}
	q, err := source.query(name, t.detail())
	status := t.report(&q.Listing)
	t.print(f, q.Interfaces)
	if err != nil {
		return t.stop(&fetchError{name, err})
	}
	return status
}

func (t *command) detail() Detail {
	switch {
	case t.JSON && !t.table():
		return Everything
	case t.Short:
		return ShortFormat
	}
	return LongFormat
}

// table tells whether this is netstat's table, which has a JSON form of its own;
// ifconfig's short format has that of the long one.
func (t *command) table() bool { return t.Short && t.netstat }

// print writes the interfaces in the format asked for. JSON is a list and the
// short format has its title line even if nothing follows.
func (t *command) print(f Formatter, list []Interface) {
	switch {
	case t.JSON && t.table():
		t.Out.Write(appendTableJSON(t.Out.AvailableBuffer(), list))
		return
	case t.JSON:
		t.Out.Write(AppendJSON(t.Out.AvailableBuffer(), list))
		return
	}
	if t.Short {
		t.Out.Write(f.AppendShortHeader(t.Out.AvailableBuffer()))
	}
	for i := range list {
		if t.Short {
			t.Out.Write(f.AppendShort(t.Out.AvailableBuffer(), &list[i]))
		} else {
			t.Out.Write(f.AppendLong(t.Out.AvailableBuffer(), &list[i]))
		}
	}
}

// listing is the format of a listing, and what it lists.
func (t *command) listing() (f Formatter, s *Source, err error) {
	d, err := t.Run.Dialect()
	if err == nil {
		f = Formatter{dialect: d, netstat: t.netstat}
		s, err = t.source(d)
	}
	return f, s, err
}

// source is the state of the machine's interfaces, through a socket of any
// family: inet's, or what there is instead.
func (t *command) source(d *dialect.Dialect) (*Source, error) {
	k, err := t.any()
	if err != nil {
		return nil, err
	}
	if k != t.inetSocket() {
		t.Out.Errorf("warning: no inet socket available: %s\n", frame.Reason(t.inetErr()))
	}
	s := &Source{Kernel: getter(k), Open: t.Open, Others: t.others()}
	if d.Busybox && !t.JSON {
		s.Order, s.Busybox = strings.Compare, true
	}
	return s, nil
}
