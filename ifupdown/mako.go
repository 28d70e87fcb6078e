package ifupdown

import "strings"

// isMako tells whether a line is of a template for Mako, by which ifupdown2 makes
// stanzas in loops. Nothing runs it here: the first line of each block is told,
// and the block is passed over.
func (r *reader) isMako(c *cursor, keyword Word) bool {
	text, found := strings.CutPrefix(c.text, "%")
	word, _, _ := strings.Cut(strings.TrimLeft(text, blanks), " ")
	word = strings.TrimRight(word, ":")
	switch {
	case strings.HasPrefix(c.text, "<%") && !strings.Contains(c.text, "%>"):
		r.code = true
	case r.code:
		r.code = !strings.Contains(c.text, "%>")
		return true
	}
	switch {
	case !found && !strings.HasPrefix(c.text, "<%"):
		return r.mako > 0
	case strings.HasPrefix(word, "end"):
		r.mako = max(r.mako-1, 0)
		return true
	case r.mako == 0:
		r.warn(&Error{keyword.Pos, "passed over, no Mako is here: " + c.text})
	}
	if word == "for" || word == "if" || word == "while" || word == "try" {
		r.mako++
	}
	return true
}
