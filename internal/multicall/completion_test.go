package multicall

import (
	"testing"

	"classicnet/internal/complete"
)

// The tables of shell completion have the file's own options; its tools are
// added where their rows are.
func TestCompletion(t *testing.T) {
	var rows []complete.Row
	declared := new(options).declared().Options()
	for _, o := range declared {
		rows = append(rows, complete.Row{Place: complete.Option, Word: "--" + o.LongName, About: o.Description})
		if o.ShortName != 0 {
			rows = append(rows, complete.Row{Place: complete.Option, Word: "-" + string(o.ShortName), About: o.Description})
		}
	}
	complete.Check(t, "../..", "classicnet", rows)
}
