package ifupdown

// mapping takes the first line of a mapping stanza.
func (r *reader) mapping(c *cursor, keyword Word) error {
	r.config.Mappings = append(r.config.Mappings, Mapping{Patterns: c.words(), Pos: keyword.Pos})
	stanza := &r.config.Mappings[len(r.config.Mappings)-1]
	r.option = func(c *cursor, name Word) error { return stanza.line(name, c.remainder()) }
	return nil
}

// line takes a line of the stanza.
func (m *Mapping) line(name, value Word) error {
	switch {
	case name.Text == "map":
		m.Input = append(m.Input, value.Text)
	case name.Text != "script":
		return &Error{name.Pos, "option outside of a stanza: " + name.Text}
	case m.Script != "":
		return &Error{name.Pos, "a mapping has one script"}
	default:
		m.Script = value.Text
	}
	return nil
}
