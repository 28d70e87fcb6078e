package ifupdown

import "slices"

// Config is what the configuration files say, in their order. Read and ReadFile
// return one, and so much of it as could be read where they return an error. Several
// goroutines may ask it and its stanzas at once; AddLoopback alone changes it.
type Config struct {
	// Interfaces are the iface stanzas; several may have one name.
	Interfaces []*Interface
	// Mappings are the mapping stanzas.
	Mappings []Mapping
	// Classes are the lists of `auto` (class "auto") and `allow-CLASS` lines,
	// one for each class.
	Classes []Class
	// NoAutoDown are shell patterns for the interfaces that `ifdown -a` leaves
	// alone, NoScripts for the logical interfaces without hook scripts.
	NoAutoDown, NoScripts []Word
	// Renames are the CUR=NEW words of rename lines.
	Renames []Word
	// Warnings are what was wrong and passed over, each an *Error but for
	// files that couldn't be read.
	Warnings []error

	named map[string][]*Interface
}

// Interface is an iface stanza: a logical interface. One that wasn't read has no
// method's defaults in Effective.
type Interface struct {
	Name, Family, Method string   // the words behind "iface": eth0, inet, static
	Pos                  Position // of the stanza
	// Options are as written, a line each, with those that were inherited
	// before them. Effective adds what the method makes of them.
	Options Options
	// Refused is what is wrong with the stanza's first line, nil if nothing is.
	// Such a stanza has no method.
	Refused error

	method *method
	object *object  // in other syntaxes than Debian's: what it is a part of
	bare   []string // what -v says of netmasks that are left out
	undone []string // what of it isn't carried out
}

// Mapping is a mapping stanza: a script chooses the logical interface.
type Mapping struct {
	Patterns []Word   // of interfaces, as shells have them
	Script   string   // path of the script, "" if there is none
	Input    []string // the lines that the script reads
	Pos      Position // of the stanza
}

// Class is a list of interfaces that may be named together.
type Class struct {
	Name string // "auto", or what stands behind "allow-"
	// Interfaces are names, patterns (/eth*) and NAME=LOGICAL words; none
	// comes twice.
	Interfaces []Word
}

// Option is a line of a stanza.
type Option struct {
	// Name is the first word. Those of commands are pre-up, up, down and
	// post-down; post-up and pre-down are other names for up and down.
	Name string
	// Value is the rest of the line.
	Value string
	Pos   Position // of the value; the zero Position for a default

	// unread is why a shell is needed to read the value, nil if none is.
	unread error
}

// Options are the options of a stanza in their order, a line each.
type Options []Option

// Get returns the option of that name, nil if there is none.
func (o Options) Get(name string) *Option {
	for i := range o {
		if o[i].Name == name {
			return &o[i]
		}
	}
	return nil
}

// Value returns the value of an option, "" if there is none.
func (o Options) Value(name string) string {
	if option := o.Get(name); option != nil {
		return option.Value
	}
	return ""
}

// set replaces the values of an option or puts a new one behind the others.
func (o *Options) set(name, value string) {
	option := o.Get(name)
	if option == nil {
		*o = append(*o, Option{Name: name, Value: value})
		return
	}
	option.Value = value
	first := true
	*o = slices.DeleteFunc(*o, func(other Option) bool {
		again := other.Name == name && !first
		first = first && other.Name != name
		return again
	})
}

// setDefault is set for an option that isn't there.
func (o *Options) setDefault(name, value string) {
	if o.Get(name) == nil {
		o.set(name, value)
	}
}

// Stanzas returns the iface stanzas of a logical interface.
func (c *Config) Stanzas(logical string) []*Interface { return c.named[logical] }

// Class returns the words of a class, nil if there is none of that name.
func (c *Config) Class(name string) []Word {
	for i := range c.Classes {
		if c.Classes[i].Name == name {
			return c.Classes[i].Interfaces
		}
	}
	return nil
}
