package ifupdown

import (
	"slices"

	"classicnet/internal/getopt"
	"classicnet/internal/jsonw"
)

// ngOptions are options of ifupdown-ng that Debian's ifupdown has under other names,
// or not at all.
type ngOptions struct {
	List, State bool
	Pretty      bool
	Property    string
	Undefined   bool
	Include     []string
	// What these ask for isn't here: executors, and a lock that is one for all.
	ExecutorPath string
	NoLock       bool
}

// declareNG declares what scripts written for ifupdown-ng give, whatever the
// syntax of files is.
func (o *options) declareNG(d *getopt.Declaration) {
	d.AddExact(&o.Auto, 0, "auto", "the same as --all")
	d.Add(&o.ng.List, 'L', "", "the same as --list (ifquery)")
	d.AddExact(&o.Running, 'r', "running", "list the names of what is up (ifquery)")
	d.AddExact(&o.StateFile, 'S', "state-file", "keep the state in FILE, and beside it").ValueName = "FILE"
	d.AddExact(o.limit, 'T', "timeout", "end a command that takes longer").ValueName = "SECONDS"
	d.Add(&o.ng.State, 's', "", "the same as --state (ifquery)")
	d.AddExact(&o.ng.Property, 'p', "property", "print the values of OPTION alone (ifquery)").ValueName = "OPTION"
	d.AddExact(&o.ng.Pretty, 'P', "pretty-print", "with --list, print the stanzas (ifquery)")
	d.AddExact(&o.ng.Undefined, 'U', "allow-undefined", "answer for interfaces without a stanza, too (ifquery)")
	d.AddExact(&o.ng.Include, 'I', "include", "of all interfaces only those that match PATTERN").ValueName = "PATTERN"
	d.AddExact(&o.ng.ExecutorPath, 'E', "executor-path", "taken, and without effect: no executors are run").ValueName = "DIR"
	d.AddExact(&o.ng.NoLock, 0, "no-lock", "taken, and without effect")
}

// fromNG gives the options of two names their effect.
func (o *options) fromNG() {
	o.List = o.List || o.ng.List
	o.State = o.State || o.ng.State
}

// unasked tells whether -X or -I leaves one of all interfaces out.
func (c *command) unasked(iface string) bool { return c.excluded(iface) || !c.included(iface) }

// included tells whether -I leaves an interface in.
func (c *command) included(iface string) bool {
	include := c.options.ng.Include
	return len(include) == 0 || slices.ContainsFunc(include, func(p string) bool { return matches(p, iface) })
}

// define gives each of the operands that has no stanza an empty one.
func (c *command) define(operands []string) {
	for _, word := range operands {
		name := parseTarget(word).logical
		if c.config.Known(name) {
			continue
		}
		empty := &object{name: name}
		i := empty.stanza(findMethod("inet", "manual"))
		if !c.flavour.merges {
			i.object = nil
		}
		c.config.add(i)
	}
}

// property is a value that --property prints.
type property string

func (p property) appendText(b []byte) []byte { return append(append(b, p...), '\n') }

func (p property) writeJSON(w *jsonw.Writer) { w.String(string(p)) }

// properties lists the values of the option that --property names.
func (c *command) properties(l *listing, s stanza) {
	options := s.shown
	if s.object != nil {
		options = s.object.listed(c.flavour)
	}
	for _, o := range options {
		if canonical(o.Name) == canonical(c.options.ng.Property) {
			l.add(property(o.Value))
		}
	}
}
