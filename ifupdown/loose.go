package ifupdown

import (
	"slices"
	"strings"
)

// object is what a file of ifupdown-ng or ifupdown2 says of an interface: its
// lines, whatever family they are of.
type object struct {
	name     string
	pos      Position
	heads    []head
	lines    Options // with those that are inherited; addresses have a length
	shown    Options // as ifquery lists them
	bare     []string
	notes    []string
	template bool
	parent   bool   // others inherit from it
	inherits string // whom its first line names, where stanzas aren't merged
	refused  error
}

// head are the words behind an object's name.
type head struct{ family, method string }

// looseStanza is a stanza that is read and not yet told apart by family.
type looseStanza struct {
	*Interface
	parent    Word // of inherits
	template  bool
	inherited bool
}

// template takes the first line of a stanza that is there to be inherited.
func (r *reader) template(c *cursor, keyword Word) error {
	err := r.iface(c, keyword)
	if err == nil {
		r.loose[len(r.loose)-1].template = true
	}
	return err
}

// looseHead takes the words behind a stanza's name, all of which may be left
// out.
func (r *reader) looseHead(c *cursor, stanza *looseStanza) error {
	w := c.word()
	if isFamily(w.Text) {
		stanza.Family = w.Text
		if w = c.word(); w.Text != "inherits" {
			if err := r.looseMethod(stanza, w); err != nil {
				return err
			}
			w = c.word()
		}
	}
	if w.Text == "inherits" {
		if stanza.parent = c.word(); stanza.parent.Text == "" {
			return &Error{w.Pos, "inherits without a name"}
		}
		w = c.word()
	}
	switch {
	case w.Text == "":
	case stanza.Family == "" && stanza.parent.Text == "":
		return &Error{w.Pos, "no address family and no inherits: " + w.Text}
	default:
		r.warn(&Error{w.Pos, "passed over: " + w.Text})
	}
	return nil
}

// looseMethod takes a method: one of ours or, in ifupdown-ng's files, the name of
// an executor.
func (r *reader) looseMethod(stanza *looseStanza, w Word) error {
	stanza.Method = w.Text
	if w.Text != "" && (r.files.Syntax == SyntaxIfupdownNG || findMethod(stanza.Family, w.Text) != nil) {
		return nil
	}
	return &Error{w.Pos, "no method of " + stanza.Family + " and no inherits" + quoted(w.Text)}
}

// settle turns the loose stanzas into those of families and methods.
func (r *reader) settle() {
	f := &flavours[r.files.Syntax]
	if f.name == "" {
		return
	}
	for _, o := range r.objects(f) {
		if o.template {
			continue
		}
		if f.merges {
			r.learn(o)
		}
		for _, i := range o.derive(f) {
			r.config.add(i)
		}
	}
}

// objects are the stanzas by name, in the order of the file; each by itself
// where the syntax doesn't merge them. With ifupdown-ng an interface that is
// listed as auto alone, or that another one requires, is one as well.
func (r *reader) objects(f *flavour) (list []*object) {
	byName := map[string]*object{}
	for _, s := range r.loose {
		o := byName[s.Name]
		if o == nil || !f.merges {
			o = &object{name: s.Name, pos: s.Pos, template: true}
			byName[s.Name], list = o, append(list, o)
		}
		o.template = o.template && s.template
		if err := r.take(o, s, f); err != nil && o.refused == nil {
			o.refused = err
		}
	}
	if !f.merges {
		return list
	}
	for _, s := range r.loose {
		byName[s.Name].parent = byName[s.Name].parent || s.inherited
	}
	alone := slices.Clone(r.config.Class(classAuto))
	for _, o := range list {
		for _, n := range required(deviceOptions(o.lines)) {
			alone = append(alone, Word{Text: n.iface, Pos: n.pos})
		}
	}
	for _, w := range alone {
		if byName[w.Text] == nil && !strings.ContainsAny(w.Text, "/=") {
			byName[w.Text] = &object{name: w.Text, pos: w.Pos}
			list = append(list, byName[w.Text])
		}
	}
	return list
}

// take puts a stanza's lines into its object.
func (r *reader) take(o *object, s *looseStanza, f *flavour) error {
	if s.Refused != nil {
		return s.Refused
	}
	o.heads = append(o.heads, head{s.Family, s.Method})
	o.inherits = s.parent.Text
	lines := s.Options
	if s.parent.Text != "" {
		lines = append(Options{{Name: "inherit", Value: s.parent.Text, Pos: s.parent.Pos}}, lines...)
	}
	lines, err := r.inherited(lines, 0)
	lines = o.withLengths(lines, f)
	shown := s.Options
	if f.merges {
		shown = lines
	}
	o.shown = append(o.shown, shown...)
	for _, line := range lines {
		line.Name = canonical(line.Name)
		o.lines = append(o.lines, line)
	}
	return err
}

// inherited puts what is inherited behind the lines that ask for it.
func (r *reader) inherited(lines Options, depth int) (list Options, err error) {
	for _, line := range lines {
		list = append(list, line)
		if line.Name != "inherit" {
			continue
		}
		parent := r.looseNamed(line.Value)
		switch {
		case parent == nil || depth == maxDepth:
			return list, &Error{line.Pos, "no stanza to inherit from: " + line.Value}
		case r.copied+len(parent.Options) > maxCopied:
			return list, &Error{line.Pos, "too many options are inherited"}
		}
		r.copied += len(parent.Options)
		parent.inherited = true
		more, err := r.inherited(parent.Options, depth+1)
		if list = append(list, more...); err != nil {
			return list, err
		}
	}
	return list, nil
}

// looseNamed is the first stanza of that name.
func (r *reader) looseNamed(text string) *looseStanza {
	words, _ := shellWords(text)
	for _, s := range r.loose {
		if len(words) > 0 && s.Name == words[0] {
			return s
		}
	}
	return nil
}

// withLengths gives each address without a length that of the stanza's netmask,
// else the syntax's, and leaves the netmask out.
func (o *object) withLengths(lines Options, f *flavour) (list Options) {
	mask := plainValueOf(lines.Value("netmask"), "netmask")
	for _, line := range lines {
		switch line.Name {
		case "netmask":
			continue
		case optionAddress:
			line.Value = o.withLength(line, mask, f)
		}
		list = append(list, line)
	}
	return list
}

func (o *object) withLength(line Option, mask string, f *flavour) string {
	text := plainValueOf(line.Value, optionAddress)
	first, rest, _ := strings.Cut(text, " ")
	if strings.Contains(first, "/") || rest != "" {
		return line.Value
	}
	length := f.length4
	if isInet6(first) {
		length = f.length6
	}
	if mask == "" || strings.Contains(mask, ".") && isInet6(first) {
		o.bare = append(o.bare, bareMessage(line.Pos, first, length))
		return first + "/" + length
	}
	if m, ok := parseMask(mask); ok && !isInet6(first) && contiguous(m) {
		mask = itoa(bits(m))
	}
	return first + "/" + mask
}

// bareMessage is what -v says of an address without a netmask.
func bareMessage(pos Position, address, length string) string {
	return (&Error{pos, "address " + address + " has no netmask: /" + length + " is taken"}).Error()
}

// isInet6 tells the families of addresses apart, as they are written.
func isInet6(text string) bool { return strings.Contains(text, ":") }

// plainValueOf is plainValue of a text that may be nothing.
func plainValueOf(text, name string) string {
	if text == "" {
		return ""
	}
	value, _ := plainValue(name, text)
	return value
}
