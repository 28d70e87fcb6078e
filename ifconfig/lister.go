package ifconfig

import (
	"classicnet/internal/dialect"
	"classicnet/internal/out"
)

// Lister lists interfaces for a tool beside ifconfig, as netstat -i does. What
// fails is told on Out.
type Lister struct {
	Env *Env
	Out *out.Streams

	All     bool // interfaces that are down, too
	Verbose bool // tell of lines that can't be read
	Long    bool // blocks, not a table of one line an interface
	JSON    bool
}

// List lists the interfaces in a dialect and returns the exit status.
func (l *Lister) List(d *dialect.Dialect) int {
	t := &tool{
		sockets:   sockets{env: *l.Env},
		out:       l.Out,
		options:   options{All: l.All, Short: !l.Long, Verbose: l.Verbose, JSON: l.JSON},
		formatter: Formatter{dialect: d, netstat: true},
	}
	defer t.sockets.close()
	return t.list()
}
