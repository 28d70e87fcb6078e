package route

import (
	"classicnet/internal/frame"
	"classicnet/tool"
)

// Lister lists routing tables for a tool beside route, as netstat -r does:
// levels 1 and 2 of detail are exchanged, so the plain table has the segment
// size, window and round trip time. What fails is told on the world's Stderr.
type Lister struct {
	Env     tool.Env // the world that it lists in, as of the command
	Tool    string   // the name in messages; "" is route
	Dialect string   // the name of one, as --dialect takes it; "" is that of the environment

	Extend  int  // how many -e were given
	Numeric bool // addresses, not names
	Verbose bool // tell of lines that can't be read
	FIB     bool // the routing table, which is the default
	Cache   bool // the routing cache
	JSON    bool // values, not text

	families []*family
}

// StatusNoTable is the status of a Lister where a family has no table. Route
// itself takes this for wrong use.
const StatusNoTable = 3

// StatusNoCache is the status of a Lister where /proc/net/rt_cache is empty.
const StatusNoCache = 255

// FamilyOptions are the names of the families that are long options of their
// own, in the classic table's order. Choose takes them.
func FamilyOptions() []string { return longFamilies[:] }

// Choose adds the families of a comma-separated list, as -A does. It tells
// whether it knows them; if not, status is what the tool ends with.
func (l *Lister) Choose(list string) (status int, ok bool) {
	c := l.command()
	err := c.chooseFamilies(list)
	l.families = c.families
	return c.Close(c.Report(err)), err == nil
}

// List lists the tables of the chosen families, IPv4's if none was chosen, and
// returns the exit status.
func (l *Lister) List() int {
	c := l.command()
	err := c.ChooseDialect(l.Dialect)
	if err == nil {
		err = c.list()
	}
	if wrong, ok := err.(frame.Misused); ok {
		err = &frame.Failure{Message: wrong.Error(), Status: StatusNoTable}
	}
	return c.Close(c.Report(err))
}

// command is the command of route that lists the same.
func (l *Lister) command() *command {
	t := route
	if l.Tool != "" {
		t.Name = l.Tool
	}
	c := &command{Run: t.New(l.Env), netstat: true, families: l.families}
	o := &c.options
	o.Extend = l.Extend
	o.Numeric, o.Verbose = l.Numeric, l.Verbose
	o.FIB, o.Cache, o.JSON = l.FIB, l.Cache, l.JSON
	return c
}
