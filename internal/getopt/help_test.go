package getopt

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendHelp(t *testing.T) {
	var on bool
	var text string
	var d Declaration
	d.Add(&on, 'n', "numeric", "numbers")
	d.Add(&text, 'A', "", "a family").ValueName = "AF"
	d.Add(&on, 0, "json", "as JSON")
	d.Add(&on, 'x', "", "nobody knows").Hidden = true
	d.Add(&text, 0, "a-very-long-name", "pushes").ValueName = "VALUE"
	var b []byte
	for _, option := range d.Options() {
		b = AppendHelp(b, option)
	}
	const want = "  -n, --numeric            numbers\n" +
		"  -A AF                    a family\n" +
		"  --json                   as JSON\n" +
		"  --a-very-long-name VALUE pushes\n"
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
