package ifupdown

import (
	"slices"
	"strings"
)

// Effective returns the options as ifquery shows them and as scripts see them
// when the stanza is for the interface or alias physical: with the method's
// defaults, with override set, in the form of the method. An override replaces
// the values of its name or is added, as a command always is. An option that stands
// there twice has both values, with a newline between; commands and further addresses
// stay apart.
func (i *Interface) Effective(physical string, override []Option) Options {
	options := i.lines(physical, override).joined()
	options.lengthen(i.Family)
	i.convert(&options)
	return options
}

func (i *Interface) convert(options *Options) {
	if i.method != nil && i.method.convert != nil {
		i.method.convert(options)
	}
}

// values are the options of a stanza as they are carried out: as Effective, of
// what a shell and ip make of each line. An option that stands there twice with
// one meaning is there once.
type values struct {
	options Options
	// further has the options of each further address, as of a stanza that
	// has that address alone.
	further []Options
	notes   []string // what isn't carried out
}

func (i *Interface) values(physical string, override []Option) (v values) {
	options := i.lines(physical, override).plain()
	v.notes = append(slices.Clip(i.undone), options.ipWords()...)
	options.lengthen(i.Family)
	v.options = options.alone(nil)
	i.convert(&v.options)
	for _, address := range options.furtherAddresses() {
		further := options.alone(address)
		i.convert(&further)
		if !v.has(further) {
			v.further = append(v.further, further)
		}
	}
	return v
}

// has tells whether an address is there already, however it was written.
func (v *values) has(further Options) bool {
	same := func(other Options) bool {
		return other.Value(optionAddress) == further.Value(optionAddress) && other.Value("netmask") == further.Value("netmask")
	}
	return same(v.options) || slices.ContainsFunc(v.further, same)
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
		if isCommand(o.Name) {
			options = append(options, o)
		} else {
			options.set(o.Name, o.Value)
		}
	}
	return options
}

// joined puts the values of an option that stands there more than once behind
// each other. Further addresses are put behind the first one.
func (o Options) joined() (list Options) {
	for _, option := range o {
		if isCommand(option.Name) {
			list = append(list, option)
			continue
		}
		first := list.Get(option.Name)
		switch {
		case first == nil:
			list = append(list, option)
		case option.Name != optionAddress:
			first.Value += "\n" + option.Value
		default:
			list.addAddress(option)
		}
	}
	return list
}
