package getopt

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jessevdk/go-flags"
)

func TestAppendHelp(t *testing.T) {
	var o struct {
		Numeric bool   `short:"n" long:"numeric" description:"numbers"`
		Family  string `short:"A" value-name:"AF" description:"a family"`
		JSON    bool   `long:"json" description:"as JSON"`
		Hidden  bool   `short:"x" hidden:"yes" description:"nobody knows"`
		Long    string `long:"a-very-long-name" value-name:"VALUE" description:"pushes"`
	}
	options, _ := Declared(flags.NewParser(&o, flags.None))
	var b []byte
	for _, option := range options {
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
