package route

import (
	"io"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/procnet"
)

// listing is what is to be listed and how.
type listing struct {
	out      *out.Streams
	open     func(path string) (io.ReadCloser, error)
	resolver *resolve.Resolver
	tables   *tables
	json     *jsonTables // nil unless they are shown as JSON
	tool     string      // whose messages these are
	extend   int         // how many -e were given
	level    int         // of detail: 1 plain, 2 with -e, 3 with -ee; 0 shows the title alone
	netstat  bool        // as netstat does: levels 1 and 2 in each other's place
	numeric  bool        // addresses, not names
	verbose  bool        // tell of malformed lines
	fib      bool        // the routing table
	cache    bool        // the routing cache

	line []byte // for the next row
}

// list lists the tables of the chosen families, in order, up to the first that
// fails.
func (c *command) list() error {
	d, err := c.Dialect()
	if err != nil {
		return err
	}
	l := c.listing(d.Routes)
	l.begin()
	defer l.end()
	chosen := c.families
	if len(chosen) == 0 {
		chosen = []*family{&families[0]}
	}
	for _, f := range chosen {
		if err := l.family(f); err != nil {
			return l.silent(err)
		}
	}
	return nil
}

// silent keeps stdout's lines of a failure out of JSON.
func (l *listing) silent(err error) error {
	f, ok := err.(*frame.Failure)
	if !ok || l.json == nil {
		return err
	}
	return &frame.Failure{Message: f.Message, Status: f.Status}
}

// family lists the tables of one family.
func (l *listing) family(f *family) error {
	if err := f.lacks(f.list == nil); err != nil {
		return err
	}
	if l.json != nil && !f.json {
		return &frame.Failure{Message: l.tool + ": no JSON for address family `" + f.name + "'", Status: statusUsage}
	}
	return f.list(l)
}

func (c *command) listing(shape dialect.Routes) *listing {
	o := &c.options
	l := &listing{
		out: c.Out, open: c.Open, resolver: c.Names,
		tool: c.Name, extend: o.Extend, netstat: c.netstat,
		numeric: o.Numeric || o.Symbolic,
		verbose: o.Verbose,
		fib:     o.FIB || !o.Cache,
		cache:   o.Cache,
	}
	l.use(shape)
	if o.JSON {
		l.asJSON()
	}
	return l
}

// use makes the tables those of a dialect.
func (l *listing) use(r dialect.Routes) {
	l.tables = &shapes[r]
	l.level = l.tables.level(l.extend, l.netstat)
}

// ofCache is the listing of a cache.
func (l *listing) ofCache() *listing {
	c := *l
	if l.tables.noCache {
		c.use(dialect.Routes2003)
	}
	return &c
}

// begin and end enclose all tables.
func (l *listing) begin() {
	if l.json != nil {
		l.out.Write(l.json.begin()) //nolint:errcheck // Close tells
	}
}

func (l *listing) end() {
	if l.json != nil {
		l.out.Write(l.json.end()) //nolint:errcheck // Close tells
	}
}

// allDetails is the number of -e for all columns.
const allDetails = 2

// asJSON makes it all details, in numbers, whatever else was asked for.
func (l *listing) asJSON() {
	l.json = &jsonTables{keys: &routeKeys}
	if l.netstat {
		l.json.keys = &netstatKeys
	}
	l.numeric = true
	l.extend = allDetails
	l.use(dialect.Routes2003)
}

// source opens a file of /proc/net, by the first of its names that there is:
// the classic one and those of newer kernels. Where there is none its family
// isn't configured, which note says on stdout.
func (l *listing) source(note string, paths ...string) (io.ReadCloser, error) {
	var first error
	for _, path := range paths {
		f, err := l.open(path)
		if err == nil {
			return f, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, &frame.Failure{Message: paths[0] + ": " + frame.Reason(first), Note: note, Status: statusFailed}
}

// print writes the lines above a table, which JSON has none of.
func (l *listing) print(lines ...string) {
	if l.json != nil {
		return
	}
	for _, line := range lines {
		l.out.WriteString(line) //nolint:errcheck // Close tells
	}
}

// notEmpty is err but for a table that may be empty, and then has no rows.
func notEmpty(err error) error {
	if _, empty := err.(*unreadable); empty {
		return nil
	}
	return err
}

// unreadable is a file that gave no row: its error is ErrEmpty or the
// reader's.
type unreadable struct{ error }

// walk is a table while it is listed. Readers call a function for each row: one for
// all types of rows would be generic, and in the file once for each.
type walk struct {
	*listing
	begun bool  // there was a row
	ended error // what ended the rows, *unreadable if there was none
}

// takes tells whether the classic tools have a row for what was read with err.
func (w *walk) takes(err error) bool {
	shown, fatal := w.judge(err)
	if fatal {
		w.ended = ending(err, !w.begun)
		return false
	}
	w.begun = true
	return shown
}

// more tells whether rows are to come.
func (w *walk) more() bool { return w.ended == nil }

// row shows the columns of what was read with err, and tells whether to go on.
func (w *walk) row(err error, columns []byte) bool {
	if !w.takes(err) {
		return w.more()
	}
	return w.show(append(columns, '\n'))
}

// show writes a row, which may have been made in l.line, and tells whether stdout
// takes more.
//
//go:noinline
func (l *listing) show(line []byte) bool {
	if len(line) == 0 {
		return true
	}
	l.line = line
	_, err := l.out.Write(line)
	return err == nil
}

// judge tells whether there is a row to show for what was read with err, and
// whether err ends the table. With -v it says what is wrong.
//
//go:noinline
func (l *listing) judge(err error) (shown, fatal bool) {
	_, malformed := err.(*procnet.LineError)
	if malformed && l.verbose {
		l.out.Errorf("%s: %s\n", l.tool, err.Error())
	}
	return hasRow(err), err != nil && !malformed
}

// hasRow tells whether the classic tools show a row for what was read with err.
func hasRow(err error) bool {
	malformed, ok := err.(*procnet.LineError)
	return err == nil || ok && !malformed.Skipped
}

// ending is the error of a table that ends with err.
func ending(err error, first bool) error {
	if _, known := err.(*procnet.MissingFieldError); first && !known {
		return &unreadable{err}
	}
	return err
}

// failedTable is the failure of a table by what each returned. One that can't
// be read is as good as empty, and has nothing to say.
func failedTable(path string, err error) error {
	switch err := err.(type) {
	case nil:
		return nil
	case *procnet.MissingFieldError:
		return &frame.Failure{Message: "warning: " + err.Error(), Status: statusFailed}
	case *unreadable:
		return &frame.Failure{Status: statusFailed}
	}
	return &frame.Failure{Message: path + ": " + frame.Reason(err), Status: statusFailed}
}
