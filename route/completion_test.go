package route

import (
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
)

// The tables of shell completion have what the command line takes.
func TestCompletion(t *testing.T) {
	rows := completionOptions(t)
	for _, v := range verbNames {
		rows = append(rows, complete.Words("1", v.name)...)
	}
	rows = append(rows, complete.Words("2", "-net", "-host", "default")...)
	rows = append(rows, complete.Values("-net", "target"), complete.Values("-host", "target"))
	rows = append(rows, complete.Words("target", "default")...)
	for _, k := range keywords {
		rows = append(rows, complete.Words("3", k.name)...)
		if k.value != "" {
			rows = append(rows, complete.Values(k.name, k.value))
		}
	}
	rows = append(rows, complete.Words("3", complete.Interface)...)
	rows = append(rows, complete.Words("if", complete.Interface)...)
	complete.Check(t, "..", "route", rows)
}

func completionOptions(t *testing.T) (rows []complete.Row) {
	for _, o := range new(command).parser().Options() {
		if o.ShortName != 0 {
			rows = append(rows, complete.Row{Place: complete.Anywhere, Word: "-" + string(o.ShortName), About: o.Description})
		}
		if o.LongName != "" {
			rows = append(rows, complete.Row{Place: complete.Anywhere, Word: "--" + o.LongName, About: o.Description})
		}
	}
	for _, word := range []string{"-A", "--protocol"} {
		rows = append(rows, complete.Values(word, "family"))
	}
	rows = append(rows, complete.Values("--dialect", "dialect"))
	for _, d := range dialect.All() {
		rows = append(rows, complete.Row{Place: "dialect", Word: d.Name, About: d.About})
	}
	for _, f := range families {
		for _, name := range f.names {
			rows = append(rows, complete.Row{Place: "family", Word: name, About: f.title})
		}
	}
	return rows
}
