package ifconfig

import "classicnet/internal/frame"

// Lister lists interfaces for a tool beside ifconfig, as netstat -i does. What
// fails is told on the world's Stderr.
type Lister struct {
	Env     Env    // the world that it lists in, as of the command
	Tool    string // the name in messages; "" is ifconfig
	Dialect string // the name of one, as --dialect takes it; "" is that of the environment

	All     bool // interfaces that are down, too
	Verbose bool // tell of lines that can't be read
	Long    bool // blocks, not a table of one line an interface
	JSON    bool // values, not text
}

// List lists the interfaces and returns the exit status.
func (l *Lister) List() int {
	t := newCommand(l.tool().New(l.Env.Env), l.Env.Dial)
	t.options = options{All: l.All, Short: !l.Long, Verbose: l.Verbose, JSON: l.JSON}
	t.netstat = true
	defer t.sockets.close()
	if err := t.ChooseDialect(l.Dialect); err != nil {
		return t.Close(t.stop(err))
	}
	return t.Close(t.list())
}

func (l *Lister) tool() *frame.Tool {
	t := ifconfig
	if l.Tool != "" {
		t.Name = l.Tool
	}
	return &t
}
