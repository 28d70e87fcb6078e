package ifupdown

import (
	"slices"
	"strings"
)

// Effective returns the options as ifquery shows them and as scripts see them
// when the stanza is for the interface or alias physical: with the method's
// defaults, with override set, in the form of the method. An override replaces
// the values of its name or is added. An option that stands there twice has both
// values, with a newline between; commands and further addresses stay apart.
func (i *Interface) Effective(physical string, override []Option) Options {
	options := i.lines(physical, override).joined()
	if i.method != nil && i.method.convert != nil {
		i.method.convert(&options)
	}
	return options
}

// values returns the options as they are carried out: as Effective, of what a
// shell and ip make of each line. An option that stands there twice with one
// meaning is there once. The notes are what is passed over.
func (i *Interface) values(physical string, override []Option) (options Options, notes []string) {
	options = i.lines(physical, override).plain()
	notes = options.ipWords()
	if i.method != nil && i.method.convert != nil {
		i.method.convert(&options)
	}
	return options, notes
}

// lines returns the lines of the stanza with the method's defaults and what
// overrides them.
func (i *Interface) lines(physical string, override []Option) Options {
	options := append(Options(nil), i.Options...)
	if i.method == nil {
		return options
	}
	for _, d := range i.method.defaults {
		if d.Name == "preferred-lifetime" && strings.Contains(physical, ":") {
			options.set(d.Name, "0") // a host speaks from an alias only when told to
		}
		options.setDefault(d.Name, d.Value)
	}
	for _, o := range override {
		options.set(o.Name, o.Value)
	}
	return options
}

// joined puts the values of an option that stands there more than once behind
// each other. Further addresses are put behind the first one.
func (o Options) joined() (list Options) {
	for _, option := range o {
		first := list.Get(option.Name)
		switch {
		case first == nil || isCommand(option.Name):
			list = append(list, option)
		case option.Name != optionAddress:
			first.Value += "\n" + option.Value
		default:
			list.addAddress(option)
		}
	}
	return list
}

// addAddress puts a further address behind the others, unless it is one of them.
func (o *Options) addAddress(option Option) {
	behind := 0
	for i, other := range *o {
		if other.Name == optionAddress {
			behind = i + 1
			if other.Value == option.Value {
				return
			}
		}
	}
	*o = slices.Insert(*o, behind, option)
}
