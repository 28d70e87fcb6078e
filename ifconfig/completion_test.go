package ifconfig

import (
	"strings"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
	"classicnet/internal/linktype"
)

// The tables of shell completion have what the command line takes.
func TestCompletion(t *testing.T) {
	rows := completionOptions()
	rows = append(rows, complete.Words("1", complete.Interface)...)
	for _, f := range families {
		rows = append(rows, complete.Row{Place: "2", Word: f.name, About: f.title})
	}
	rows = append(rows, completionWords("2")...)
	rows = append(rows, completionWords("3")...)
	rows = append(rows, completionValues()...)
	complete.Check(t, "..", "ifconfig", rows)
}

// completionOptions spells out the values of an option that has its value
// behind an equals sign.
func completionOptions() (rows []complete.Row) {
	var o options
	declared := o.declared()
	for i, option := range declared.Options() {
		for word := range strings.FieldsSeq(declared.words[i]) {
			if option.ValueName == "" {
				rows = append(rows, complete.Row{Place: complete.Option, Word: word, About: option.Description})
				continue
			}
			for _, d := range dialect.All() {
				rows = append(rows, complete.Row{Place: complete.Option, Word: word + "=" + d.Name, About: d.About})
			}
		}
	}
	return rows
}

func completionWords(place string) (rows []complete.Row) {
	for _, k := range keywords {
		rows = append(rows, complete.Row{Place: place, Word: k.word, About: k.about})
	}
	return rows
}

// completionValues are what follows keywords: classes and connectors can be
// listed, addresses and numbers can't.
func completionValues() (rows []complete.Row) {
	for _, k := range keywords {
		if k.value != "" {
			rows = append(rows, complete.Values(k.word, k.value))
		}
	}
	for t := range linktype.Classic.All() {
		if t.Parse != nil {
			rows = append(rows, complete.Row{Place: "class", Word: t.Keyword, About: t.Title})
		}
	}
	for _, names := range ports {
		rows = append(rows, complete.Words("type", names...)...)
	}
	return rows
}
