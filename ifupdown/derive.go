package ifupdown

import (
	"slices"
	"strings"
)

// executors are those of ifupdown-ng that are done here: what others are for is
// left undone, and told.
var executors = [...]string{"static", "dhcp", "link", "loopback", "manual", "bridge", "bond", "vlan"}

// otherNames are names by which ifupdown-ng and ifupdown2 know an option.
var otherNames = [...]struct{ theirs, ours string }{
	{"point-to-point", "pointopoint"},
	{"alias", "description"},
	{"dhcp-hostname", "hostname"},
	{"dhcp-client-id", "client"},
	{"dhcp-vendor", "vendor"},
	{"dhcp-leasetime", "leasetime"},
	{"udhcpc-opts", "udhcpc_opts"},
}

// ofLink tells whether an option is for the link or makes it: that is done once,
// whatever families the interface has.
func ofLink(name string) bool {
	prefix, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-")
	switch prefix {
	case "mtu", "hwaddress", "description", "bridge", "bond", "vlan", "slaves":
		return true
	}
	return false
}

// methodsOfLines are the methods of stanzas that are told apart by family: those
// that ask for no more than is written.
var static6OfLines = method{
	family: "inet6", name: "static", convert: convertLength6, plan: planFunc{up: static6Up, down: static6Down},
}

// derive returns the stanzas of families and methods that an object stands for.
func (o *object) derive(f *flavour) (list []*Interface) {
	o.rename()
	if o.does("loopback") {
		list = append(list, o.stanza(findMethod("inet", "loopback")))
	}
	if four := o.static(findMethod("inet", "static"), f, false); four != nil {
		list = append(list, four)
	}
	if o.does("dhcp") {
		list = append(list, o.stanza(findMethod("inet", "dhcp")))
	}
	for _, h := range o.heads {
		if m := findMethod(h.family, h.method); m != nil && (h.family != "inet" || !slices.Contains(executors[:], h.method)) &&
			!(h.family == "inet6" && slices.Contains([]string{"static", "manual", "loopback"}, h.method)) {
			list = append(list, o.stanza(m))
		}
	}
	if six := o.static(&static6OfLines, f, true); six != nil {
		list = append(list, six)
	}
	if list == nil && o.refused == nil {
		list = append(list, o.stanza(findMethod("inet", "manual")))
	}
	o.share(list)
	if o.refused != nil {
		list = append(list, &Interface{Name: o.name, Pos: o.pos, Refused: o.refused, object: o})
	}
	return list
}

// rename adds the names that options have here.
func (o *object) rename() {
	for _, line := range o.lines {
		for _, n := range otherNames {
			if line.Name == n.theirs {
				o.lines = append(o.lines, Option{Name: n.ours, Value: line.Value, Pos: line.Pos})
			}
		}
	}
}

// does tells whether the object has a method of family inet or uses an executor.
func (o *object) does(what string) bool {
	return slices.Contains(o.heads, head{"inet", what}) || slices.ContainsFunc(o.lines, func(line Option) bool {
		return line.Name == "use" && plainValueOf(line.Value, "") == what
	})
}

// stanza is a stanza of a method without options.
func (o *object) stanza(m *method) *Interface {
	return &Interface{Name: o.name, Family: m.family, Method: m.name, Pos: o.pos, method: m, object: o}
}

// static is the stanza for the addresses of a family, nil if there are none.
func (o *object) static(m *method, f *flavour, six bool) *Interface {
	i := o.stanza(m)
	for _, line := range o.lines {
		if (line.Name == optionAddress || line.Name == "gateway") && isInet6(line.Value) == six {
			i.Options = append(i.Options, line)
		}
	}
	if i.Options.Get(optionAddress) == nil {
		for _, line := range i.Options {
			o.notes = append(o.notes, "gateway "+line.Value+" isn't set: there is no address of its family")
		}
		return nil
	}
	if f.metric != "" && i.Options.Get("gateway") != nil && o.lines.Get("metric") == nil {
		i.Options = append(i.Options, Option{Name: "metric", Value: f.metric})
	}
	return i
}

// share gives the stanzas the other lines: what is done once goes to the first
// or, on the side where the last one ends, to the last, the rest to all.
func (o *object) share(list []*Interface) {
	for n, i := range list {
		for _, line := range o.lines {
			switch {
			case line.Name == optionAddress || line.Name == "gateway":
				continue
			case line.Name == optionUp || line.Name == optionPostDown:
				if n != len(list)-1 {
					continue
				}
			case isCommand(line.Name) || ofLink(line.Name):
				if n != 0 {
					continue
				}
			case line.Name == "pointopoint" && i.Family != "inet":
				continue
			}
			i.Options = append(i.Options, line)
		}
	}
	if len(list) > 0 {
		list[0].bare, list[0].undone = o.bare, append(o.notes, o.undone()...)
	}
}

// undone names the executors that aren't here.
func (o *object) undone() (notes []string) {
	for _, h := range o.heads {
		if h.method != "" && findMethod(h.family, h.method) == nil {
			notes = append(notes, "method "+h.method+" of "+o.name+" isn't done: there is no such executor here")
		}
	}
	for _, line := range o.lines {
		if name := plainValueOf(line.Value, ""); line.Name == "use" && !slices.Contains(executors[:], name) {
			notes = append(notes, (&Error{line.Pos, "use " + name + " isn't done: there is no such executor here"}).Error())
		}
	}
	return notes
}

// append appends the object as ifquery lists it.
func (o *object) append(b []byte, auto bool, f *flavour) []byte {
	if auto {
		b = append(b, "auto "+o.name+"\n"...)
	}
	title := "iface "
	if o.parent {
		title = "template "
	}
	b = append(b, title+o.name...)
	if len(o.heads) > 0 && !f.merges && o.heads[0] != (head{}) {
		b = append(b, strings.TrimRight(" "+o.heads[0].family+" "+o.heads[0].method, " ")...)
	}
	if o.inherits != "" && !f.merges {
		b = append(b, " inherits "+o.inherits...)
	}
	b = append(b, '\n')
	for _, line := range o.listed(f) {
		b = append(b, f.indent+line.Name+" "+line.Value+"\n"...)
	}
	return append(b, '\n')
}

// listed are the lines of the listing: with ifupdown-ng those that say which
// executors do it among them.
func (o *object) listed(f *flavour) (list Options) {
	if !f.merges {
		return o.shown
	}
	use := func(name string) {
		line := Option{Name: "use", Value: name}
		if !slices.ContainsFunc(list, func(other Option) bool { return other.Name == "use" && other.Value == name }) {
			list = append(list, line)
		}
	}
	use("link")
	for _, h := range o.heads {
		if h.method != "" && h.method != "static" && h.method != "manual" {
			use(h.method)
		}
	}
	for _, line := range o.shown {
		for _, n := range otherNames {
			if line.Name == n.ours && n.theirs != "alias" {
				line.Name = n.theirs
			}
		}
		switch line.Name {
		case optionAddress, "gateway":
			use("static")
			line.Value = plainValueOf(line.Value, line.Name)
		case "use":
			use(plainValueOf(line.Value, ""))
			continue
		}
		list = append(list, line)
	}
	return list
}
