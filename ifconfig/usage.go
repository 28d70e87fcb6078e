package ifconfig

import (
	"classicnet/internal/getopt"
	"classicnet/internal/linktype"
)

// usage is the text for help and for wrong use, made of the tables.
func usage() string {
	var o options
	u := text{}
	u.line("Usage: ifconfig [OPTION]... [INTERFACE]\n" +
		"       ifconfig [-v] INTERFACE [FAMILY] WORD...\n" +
		"\n" +
		"Shows the interfaces that are up, or one, or carries out each WORD in turn.\n" +
		"A word that isn't listed is the interface's ADDRESS[/PREFIX].\n" +
		"\n" +
		"Options:")
	declared := o.declared()
	for i, opt := range declared.Options() {
		words := declared.words[i]
		if opt.ValueName != "" {
			words += "=" + opt.ValueName
		}
		u.row(words, opt.Description)
	}
	u.line("Words:")
	for i := range keywords {
		k := &keywords[i]
		word := k.word
		if k.value != "" {
			word += " " + k.value
		}
		u.row(word, k.about)
	}
	u.line("Address families (inet if none is given):")
	for i := range families {
		if families[i].title != "" {
			u.row(families[i].name, families[i].title)
		}
	}
	u.line("Hardware classes:")
	for t := range linktype.Classic.All() {
		u.row(t.Keyword, t.Title)
	}
	return string(u.b)
}

// text is a usage text while it is built.
type text struct{ b []byte }

func (t *text) line(s string) { t.b = append(append(t.b, s...), '\n') }

func (t *text) row(name, about string) {
	const nameWidth = 30
	t.b = getopt.AppendRow(t.b, name, nameWidth, about)
}
