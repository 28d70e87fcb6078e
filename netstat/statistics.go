package netstat

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"classicnet/internal/frame"
	"classicnet/procnet"
)

// statistics is the listing of -s.
type statistics struct {
	*command
	json *jsonSections
	// title is the table, row its row of counterTables, nil if it has none;
	// shown tells whether its counters are.
	title string
	row   *counterTable
	shown bool
	only  string // how the titles begin of the tables that are shown
	// indent is that of the line before; under is the title of the histogram that
	// it stands in, "" for none.
	indent int
	under  string
}

const (
	plainIndent     = 4
	histogramIndent = 8
)

// listStatistics lists the counters, and returns the status.
func (c *command) listStatistics() int {
	six := false
	switch words := c.familyWords(); {
	case words == "" || words == "inet":
	case words == "inet6":
		six = true
	default:
		c.Out.WriteString("netstat: No statistics support for specified address family: " + words + "\n") //nolint:errcheck // Close tells
		return statusFailed
	}
	s := &statistics{command: c, indent: plainIndent}
	s.begin()
	if six {
		s.inet6()
	} else {
		s.inet()
	}
	s.end()
	return statusOK
}

// familyWords are the names of the chosen families, with commas between them.
func (c *command) familyWords() string {
	words := make([]string, len(c.families))
	for i, f := range c.families {
		words[i] = f.words[0]
	}
	return strings.Join(words, ",")
}

// inet6 shows of TCP's counters those that both families share.
func (s *statistics) inet6() {
	if s.file("/proc/net/snmp6", true, procnet.Counters6) {
		s.only = "Tcp"
		s.file("/proc/net/snmp", true, procnet.Counters)
	}
}

func (s *statistics) inet() {
	if !s.file("/proc/net/snmp", true, procnet.Counters) {
		return
	}
	s.file("/proc/net/netstat", false, procnet.Counters)
	s.file("/proc/net/sctp/snmp", false, procnet.SCTPCounters)
}

// file lists the counters of a file. Without one that is needed it says so and is
// false.
func (s *statistics) file(path string, needed bool, read func(io.Reader) iter.Seq2[procnet.Counter, error]) bool {
	f, err := s.Open(path)
	if err != nil {
		if needed {
			s.Out.Errorf("cannot open %s: %s\n", path, frame.Reason(err))
		}
		return false
	}
	defer f.Close() //nolint:errcheck // it was read
	for counter, err := range read(f) {
		malformed, isLine := err.(*procnet.LineError)
		switch {
		case errors.Is(err, procnet.ErrCounters):
			s.Out.Errorf("Problem while parsing %s\n", path)
			return true
		case err != nil && !isLine:
			s.Out.Errorf("%s: %s\n", path, frame.Reason(err))
			return true
		case isLine && s.options.Verbose:
			s.Out.Errorf("netstat: %s\n", malformed.Error())
		}
		if !isLine || !malformed.Skipped {
			s.counter(&counter)
		}
	}
	return true
}

// counter shows a counter, or the title of a table that begins.
func (s *statistics) counter(c *procnet.Counter) {
	if c.Name == "" {
		s.table(c.Table)
		return
	}
	if !s.shown {
		return
	}
	if s.json != nil {
		s.json.counter(s, c)
		return
	}
	text := s.row.text(c.Name)
	switch {
	case text == nil:
		s.line(c.Value, false, c.Name+": ", "")
	case text.hidden:
	case text.under == "":
		s.indent, s.under = plainIndent, ""
		s.line(c.Value, text.zero, text.before, text.after)
	default:
		s.histogram(text.under)
		s.line(c.Value, text.zero, text.before, text.after)
	}
}

// table begins one.
func (s *statistics) table(title string) {
	s.title, s.row = title, counterTableOf(title)
	s.shown = s.row == nil || s.row.chosen(&s.options)
	if s.only != "" && !strings.HasPrefix(title, s.only) {
		s.shown = false
	}
	if s.row != nil {
		s.indent, s.under = plainIndent, ""
	}
	if !s.shown {
		return
	}
	if s.json != nil {
		s.json.table(s)
		return
	}
	s.Out.WriteString(title + ":\n") //nolint:errcheck // Close tells
}

// histogram begins one, where the counter before isn't of it.
func (s *statistics) histogram(title string) {
	if s.under == title {
		return
	}
	s.under = title
	s.print(title + ":\n")
	s.indent = histogramIndent
}

func (s *statistics) line(v uint64, zero bool, before, after string) {
	if v != 0 || zero {
		s.print(before + strconv.FormatUint(v, 10) + after + "\n")
	}
}

func (s *statistics) print(text string) {
	s.Out.WriteString(strings.Repeat(" ", s.indent) + text) //nolint:errcheck // Close tells
}

// counterTable is a table whose counters have texts.
type counterTable struct {
	title  string
	chosen func(*options) bool
	texts  []counterText
	prefix string // of the names, which those of texts lack
}

// counterText is what is said of a counter.
type counterText struct {
	name          string
	before, after string // around its value
	zero          bool   // it is shown when it is 0
	under         string // the histogram that it belongs to
	hidden        bool   // it is never shown
}

func counterTableOf(title string) *counterTable {
	i := slices.IndexFunc(counterTables[:], func(t counterTable) bool { return t.title == title })
	if i < 0 {
		return nil
	}
	return &counterTables[i]
}

// text is that of a counter, nil for one that has none.
func (t *counterTable) text(name string) *counterText {
	if t == nil {
		return nil
	}
	name, ok := strings.CutPrefix(name, t.prefix)
	if !ok {
		return nil
	}
	for i := range t.texts {
		if t.texts[i].name == name {
			return &t.texts[i]
		}
	}
	return nil
}
