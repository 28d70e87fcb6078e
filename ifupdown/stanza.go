package ifupdown

// iface takes the first line of an iface stanza:
//
//	iface NAME [FAMILY METHOD] [inherits NAME]
//
// One that makes no sense is kept with what is wrong: that mustn't keep the
// other interfaces down.
func (r *reader) iface(c *cursor, keyword Word) error {
	name := c.word()
	if name.Text == "" {
		return &Error{keyword.Pos, "iface without a name"}
	}
	stanza := &Interface{Name: name.Text, Pos: name.Pos}
	if r.files.Syntax != SyntaxIfupdown {
		loose := &looseStanza{Interface: stanza}
		stanza.Refused = r.looseHead(c, loose)
		r.loose = append(r.loose, loose)
	} else {
		stanza.Refused = r.head(c, stanza)
		r.config.add(stanza)
	}
	r.option = r.collect(stanza)
	return nil
}

// head takes the words behind a stanza's name.
func (r *reader) head(c *cursor, stanza *Interface) error {
	w, err := r.kind(c, stanza)
	if err != nil {
		return err
	}
	if w.Text == "inherits" {
		if err := r.inherit(stanza, w, c.word()); err != nil {
			return err
		}
		w = c.word()
	}
	if w.Text != "" {
		r.warn(&Error{w.Pos, "passed over: " + w.Text})
	}
	return nil
}

func (c *Config) add(stanza *Interface) {
	c.Interfaces = append(c.Interfaces, stanza)
	c.named[stanza.Name] = append(c.named[stanza.Name], stanza)
}

// kind takes family and method, if they are there, and returns the word after
// them.
func (r *reader) kind(c *cursor, stanza *Interface) (Word, error) {
	family := c.word()
	if family.Text == "inherits" {
		return family, nil
	}
	if !isFamily(family.Text) {
		return family, &Error{family.Pos, "no address family and no inherits" + quoted(family.Text)}
	}
	method := c.word()
	stanza.Family = family.Text
	if method.Text == "inherits" {
		return method, nil
	}
	stanza.method = findMethod(family.Text, method.Text)
	if stanza.method == nil {
		return method, &Error{method.Pos, "no method of " + family.Text + " and no inherits" + quoted(method.Text)}
	}
	stanza.Method = method.Text
	return c.word(), nil
}

func quoted(word string) string {
	if word == "" {
		return ""
	}
	return ": " + word
}

// inherit copies the options of an earlier stanza, the first of that name
// (and family, if the heir has one); what the heir lacks it takes from there.
func (r *reader) inherit(stanza *Interface, keyword, name Word) error {
	if name.Text == "" {
		return &Error{keyword.Pos, "inherits without a name"}
	}
	for _, from := range r.config.Stanzas(name.Text) {
		if from.Refused != nil || stanza.Family != "" && stanza.Family != from.Family {
			continue
		}
		if r.copied += len(from.Options); r.copied > maxCopied {
			return &Error{name.Pos, "too many options are inherited"}
		}
		stanza.Options = append(stanza.Options, from.Options...)
		stanza.Family = from.Family
		if stanza.method == nil {
			stanza.method, stanza.Method = from.method, from.Method
		}
		return nil
	}
	return &Error{name.Pos, "no earlier stanza to inherit from: " + name.Text}
}

// collect returns what takes the option lines of a stanza.
func (r *reader) collect(stanza *Interface) func(*cursor, Word) error {
	lines := 0
	for i := range stanza.Options {
		lines += countOf(stanza.Options[i].Name)
	}
	return func(c *cursor, name Word) error {
		value := c.remainder()
		if value.Text == "" {
			return &Error{name.Pos, "option without a value: " + name.Text}
		}
		if r.files.Syntax == SyntaxIfupdown {
			name.Text = canonical(name.Text)
		}
		if lines += countOf(name.Text); lines > maxOptions {
			return &Error{name.Pos, "too many options"}
		}
		stanza.Options = append(stanza.Options, Option{Name: name.Text, Value: value.Text, Pos: value.Pos})
		return nil
	}
}

// countOf is 1 for what is counted: not for commands, of which some have a line for each of
// thousands of routes.
func countOf(option string) int {
	if isCommand(option) {
		return 0
	}
	return 1
}

// canonical is the name under which an option is kept.
func canonical(name string) string {
	switch name {
	case "post-up":
		return optionUp
	case "pre-down":
		return optionDown
	}
	return name
}

// The options that are commands.
const (
	optionPreUp    = "pre-up"
	optionUp       = "up"
	optionDown     = "down"
	optionPostDown = "post-down"
)

func isCommand(name string) bool {
	return name == optionPreUp || name == optionUp || name == optionDown || name == optionPostDown
}
