package route

import (
	"classicnet/internal/dialect"
	"classicnet/internal/env"
	"classicnet/internal/out"
	"classicnet/internal/resolve"
)

// Lister lists routing tables for a tool beside route, as netstat -r does:
// levels 1 and 2 of detail are exchanged, so the plain table has the segment
// size, window and round trip time. What fails is told on Out.
type Lister struct {
	Env  *env.Env
	Out  *out.Streams
	Tool string // the name in messages

	Extend  int  // how many -e were given
	Numeric bool // addresses, not names
	Verbose bool // tell of lines that can't be read
	FIB     bool // the routing table, which is the default
	Cache   bool // the routing cache
	JSON    bool

	families []*family
}

// StatusNoTable is the status of a Lister where a family has no table. Route
// itself takes this for wrong use.
const StatusNoTable = 3

// StatusNoCache is the status of a Lister where /proc/net/rt_cache is empty.
const StatusNoCache = statusNoCache

// FamilyOptions are the names of the families that are long options of their
// own, in the classic table's order. Choose takes them.
func FamilyOptions() []string { return longFamilies[:] }

// Choose adds the families of a comma-separated list, as -A does. It tells
// whether it knows them; if not, status is what the tool ends with.
func (l *Lister) Choose(list string) (status int, ok bool) {
	c := l.command()
	err := c.chooseFamilies(list)
	l.families = c.families
	return c.report(err), err == nil
}

// List lists the tables of the chosen families in a dialect, IPv4's if none was
// chosen, and returns the exit status.
func (l *Lister) List(d *dialect.Dialect) int {
	c := l.command()
	c.routes = d.Routes
	err := c.list()
	if f, ok := err.(*failure); ok && f.usage != noUsage {
		err = &failure{message: f.message, status: StatusNoTable}
	}
	return c.report(err)
}

// command is the command of route that lists the same.
func (l *Lister) command() *command {
	c := &command{
		env: &Env{Env: *l.Env}, out: l.Out, tool: l.Tool, netstat: true,
		families: l.families,
		resolver: resolve.New(l.Env.Open, l.Env.DNS),
	}
	o := &c.options
	o.Extend = make([]bool, l.Extend)
	o.Numeric, o.Verbose = l.Numeric, l.Verbose
	o.FIB, o.Cache, o.JSON = l.FIB, l.Cache, l.JSON
	return c
}
