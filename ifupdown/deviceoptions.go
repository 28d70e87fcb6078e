package ifupdown

import "strings"

// deviceOptions are the lines of a stanza with '-' for '_' in their names, which
// the scripts that read them can't tell apart, and the values as they are
// written: they reach scripts by the environment, and no shell reads them.
type deviceOptions []Option

// devices are the options of the stanza for bridges, VLANs and bonds.
func (p *planner) deviceOptions() (list deviceOptions) {
	return p.command.deviceOptions(p.stanza, p.target.iface)
}

func (c *command) deviceOptions(s stanza, iface string) (list deviceOptions) {
	for _, o := range s.Interface.lines(iface, c.options.override) {
		o.Name = strings.ReplaceAll(o.Name, "_", "-")
		for _, same := range synonyms {
			if o.Name == same[0] {
				o.Name = same[1]
			}
		}
		list = append(list, o)
	}
	return list
}

// synonyms are the names of ifupdown-ng and ifupdown2, and older ones of
// Debian's.
var synonyms = [...][2]string{
	{"slaves", "bond-slaves"},
	{"bond-members", "bond-slaves"},
	{"bridge-pathcosts", "bridge-pathcost"},
	{"bridge-portprios", "bridge-portprio"},
	{"bridge-maxwaittime", "bridge-maxwait"},
}

// get returns the first option of a name that says something, nil if there is
// none.
func (o deviceOptions) get(name string) *Option {
	for i := range o {
		if o[i].Name == name && o[i].Value != "" {
			return &o[i]
		}
	}
	return nil
}

func (o deviceOptions) value(name string) string {
	if option := o.get(name); option != nil {
		return option.Value
	}
	return ""
}

// words are those of all lines of a name.
func (o deviceOptions) words(name string) (list []string) {
	for i := range o {
		if o[i].Name == name {
			list = append(list, strings.Fields(o[i].Value)...)
		}
	}
	return list
}
