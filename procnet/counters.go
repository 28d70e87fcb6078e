package procnet

import (
	"bytes"
	"errors"
	"io"
	"iter"
)

// Counter is a counter of a protocol since the network namespace was made.
type Counter struct {
	Table string // the group, such as "Tcp"
	Name  string // "" where the table begins, which comes before its counters
	Value uint64 // what is negative in the file, as MaxConn may be, is its complement
}

// ErrCounters tells that a line of names has no line of values behind it
// in a file that Counters reads, so that what follows can't be read either. It comes
// in a *FileError.
var ErrCounters = errors.New("a table of counters without a colon")

// counterLine is the longest line: TcpExt has some 2 KB of names.
const counterLine = 16 << 10

// Counters reads /proc/net/snmp or /proc/net/netstat: pairs of lines, the names and the
// values of a table's counters, each with the table's name and a colon before it;
// the second one isn't looked at. For each table there is a row without a Name,
// then one for each counter. A value that is missing or no number is 0, as are all
// behind it; the row is one with a *LineError. An empty line before a pair is
// skipped; names without a second line are dropped.
func Counters(r io.Reader) iter.Seq2[Counter, error] {
	return func(yield func(Counter, error) bool) {
		p := pairs{lines: newLines(r, "/proc/net/snmp", counterLine), yield: yield}
		for p.next() {
		}
		if p.err != nil {
			yield(Counter{}, p.err)
		}
	}
}

// pairs reads a file of pairs of lines.
type pairs struct {
	*lines
	yield func(Counter, error) bool
	names []byte // a copy of the line of names
	err   error  // that ends the sequence
}

// next yields the counters of a pair. It is false at the end.
func (p *pairs) next() bool {
	names, ok := p.lines.next()
	if ok && len(bytes.TrimSuffix(names, []byte("\r"))) == 0 {
		names, ok = p.lines.next()
	}
	p.names = append(p.names[:0], names...)
	values, more := p.lines.next()
	if p.err = p.failure(); !ok || !more || p.err != nil {
		return false
	}
	title, rest, titled := bytes.Cut(p.names, []byte(":"))
	_, numbers, valued := bytes.Cut(values, []byte(":"))
	if !titled || !valued {
		p.err = &FileError{File: p.file(), Line: p.number, Err: ErrCounters}
		return false
	}
	return p.counters(p.texts.keep(title), cursor{line: rest}, cursor{line: numbers})
}

func (p *pairs) counters(table string, names, values cursor) bool {
	if !p.yield(Counter{Table: table}, nil) {
		return false
	}
	for {
		name, ok := names.text()
		if !ok {
			return true
		}
		row := Counter{Table: table, Name: p.texts.keep(name)}
		row.Value, ok = values.long(base10)
		values.judgeNumber(row.Name)
		if !ok {
			values.fail(row.Name, values.lack(errNumber))
		}
		err := p.lineError(&values)
		if values.fault = (fault{}); !p.yield(row, err) {
			return false
		}
	}
}

// Counters6 reads /proc/net/snmp6: a name and a value a line. Tables are told by
// the names, which begin with theirs: it is what stands up to the first 6, or all
// of a name without one. A row without a Name comes where a name lacks that of the
// table before.
func Counters6(r io.Reader) iter.Seq2[Counter, error] {
	table := ""
	return namedCounters(r, "/proc/net/snmp6", func(name string) (string, bool) {
		if table != "" && bytes.Contains([]byte(name), []byte(table)) {
			return table, false
		}
		table = name
		for i := range len(name) {
			if name[i] == '6' {
				table = name[:i+1]
				break
			}
		}
		return table, true
	})
}

// SCTPCounters reads /proc/net/sctp/snmp, which has one table: a name and a value a
// line.
func SCTPCounters(r io.Reader) iter.Seq2[Counter, error] {
	begun := false
	return namedCounters(r, "/proc/net/sctp/snmp", func(string) (string, bool) {
		first := !begun
		begun = true
		return "Sctp", first
	})
}

// namedCounters reads a name and a value a line. tableOf names the table, and tells
// whether it begins. A line without a value is Skipped.
func namedCounters(r io.Reader, file string, tableOf func(name string) (string, bool)) iter.Seq2[Counter, error] {
	return func(yield func(Counter, error) bool) {
		in := newLines(r, file, counterLine)
		ended := false
		checked := func(row Counter, err error) bool {
			if hasRow := err == nil || row.Name != ""; hasRow && !isSkipped(err) {
				var begins bool
				if row.Table, begins = tableOf(row.Name); begins && !yield(Counter{Table: row.Table}, nil) {
					ended = true
				}
			}
			return !ended && yield(row, err)
		}
		if err := in.each(func(c *cursor) bool {
			var row Counter
			s := strict{c, &in.texts}
			s.text("name", &row.Name)
			s.decimal64("value", &row.Value)
			return checked(row, in.lineError(c))
		}); err != nil {
			checked(Counter{}, err)
		}
	}
}

func isSkipped(err error) bool {
	e, ok := err.(*LineError)
	return ok && e.Skipped
}
