package dashwords

import (
	"strings"
	"testing"

	"classicnet/internal/frame"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		line string
		want Options
		rest string
		err  error
	}{
		{"", Options{}, "", nil},
		{"show eth0 -s", Options{}, "show eth0 -s", nil},
		{"-s show", Options{Statistics: true}, "show", nil},
		{"-stat -r -f inet -fam inet6 --json l", Options{Statistics: true, JSON: true}, "l", nil},
		{"-V", Options{}, "", frame.ErrVersion},
		{"--", Options{}, "", frame.ErrVersion},
		{"--v", Options{}, "", frame.ErrVersion},
		{"-h", Options{}, "", frame.ErrHelp},
		{"--h", Options{}, "", frame.ErrHelp},
		{"-", Options{}, "", frame.Misused("")},
		{"-v", Options{}, "", frame.Misused("")},
		{"-version", Options{}, "", frame.Misused("")},
		{"-4", Options{}, "", frame.Misused("")},
		{"-f", Options{}, "", frame.Misused("")},
		{"-f ipx", Options{}, "", frame.Misused("")},
		{"--js", Options{}, "", frame.Misused("")},
		{"-statistics2", Options{}, "", frame.Misused("")},
	} {
		o, rest, err := Scan(strings.Fields(c.line))
		if err != c.err || err == nil && (o != c.want || strings.Join(rest, " ") != c.rest) {
			t.Errorf("%q: %+v, %q, %v", c.line, o, rest, err)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, o := range All() {
		if !strings.Contains(Usage(), o.Word) || o.About == "" {
			t.Errorf("%q isn't there", o.Word)
		}
	}
}
