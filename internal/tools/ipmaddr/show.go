package ipmaddr

import (
	"slices"
	"sort"
	"strconv"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
	"classicnet/internal/jsonw"
)

// wanted is what a listing shows.
type wanted struct {
	family string // a family's word; "" is all
	name   string // an interface; "" is all
}

// asked reads the words of a listing. The last one of each kind counts.
func asked(words []string) (w wanted, err error) {
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		if word == "all" {
			w.family = ""
			continue
		}
		if slices.ContainsFunc(families[:], func(f family) bool { return f.word == word }) {
			w.family = word
			continue
		}
		if word == dev {
			if len(words) == 0 {
				return w, frame.Misused("")
			}
			word, words = words[0], words[1:]
		}
		if word == "" || len(word) >= unix.IFNAMSIZ {
			return w, frame.Misused("")
		}
		w.name = word
	}
	return w, nil
}

// show lists the groups of each interface by its number.
func (c *command) show(words []string) error {
	w, err := asked(words)
	if err != nil {
		return err
	}
	rows, err := c.rows(w)
	if c.options.JSON {
		c.printJSON(rows)
	} else {
		c.print(rows)
	}
	return err
}

func (c *command) rows(w wanted) (rows []row, err error) {
	for i := range families {
		if w.family != "" && w.family != families[i].word {
			continue
		}
		var failed error
		if rows, failed = c.read(&families[i], rows); failed != nil {
			err = frame.Failed("ipmaddr: " + families[i].file + ": " + frame.Reason(failed))
		}
	}
	rows = slices.DeleteFunc(rows, func(r row) bool { return w.name != "" && r.name != w.name })
	sort.Stable(byIndex(rows))
	return rows, err
}

// byIndex sorts rows by the index of their interface, as package sort does it, which
// has its code once for all types.
type byIndex []row

func (b byIndex) Len() int           { return len(b) }
func (b byIndex) Less(i, j int) bool { return b[i].index < b[j].index }
func (b byIndex) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func (c *command) print(rows []row) {
	for i := range rows {
		r := &rows[i]
		b := c.Out.AvailableBuffer()
		if i == 0 || rows[i-1].index != r.index {
			b = append(strconv.AppendInt(b, int64(r.index), 10), ":\t"+r.name+"\n"...)
		}
		c.Out.Write(r.append(b)) //nolint:errcheck // Close tells
	}
}

// append appends the line of a group.
func (r *row) append(b []byte) []byte {
	const width = len("inet6 ")
	start := len(b) + 1
	b = append(b, "\t"+r.family.name...)
	for len(b) < start+width {
		b = append(b, ' ')
	}
	b = append(b, r.group...)
	if r.users != 1 {
		b = strconv.AppendInt(append(b, " users "...), int64(r.users), 10)
	}
	if r.static {
		b = append(b, " static"...)
	}
	return append(b, '\n')
}

// printJSON writes an object for each group.
func (c *command) printJSON(rows []row) {
	var w jsonw.Writer
	w.List()
	for i := range rows {
		r := &rows[i]
		w.Row()
		w.Object()
		w.Key("ifindex").Int(int64(r.index))
		w.Key("interface").Text(r.name)
		w.Key("family").String(r.family.name)
		w.Key("address").Text(r.group)
		w.Key("users").Int(int64(r.users))
		w.Key("static").Bool(r.static)
		w.EndObject()
	}
	w.EndList()
	c.Out.Write(w.Buf) //nolint:errcheck // Close tells
}
