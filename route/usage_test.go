package route

import (
	"slices"
	"strings"
	"testing"
)

// The texts name all that there is: each option, each family that can be
// listed, each word of a family; and nothing that there isn't.
func TestUsageIsComplete(t *testing.T) {
	text := mainText()
	for _, o := range new(command).parser().Options() {
		if slices.Contains(longFamilies[:], o.LongName) {
			continue
		}
		name := "  -" + string(o.ShortName)
		if o.ShortName == 0 {
			name = "--" + o.LongName
		}
		if strings.Contains(text, name) == o.Hidden || !o.Hidden && !strings.Contains(text, o.Description) {
			t.Errorf("option %s: %q", name, text)
		}
	}
	for i := range families {
		f := &families[i]
		if line := "  " + f.name + " (" + f.title + ")\n"; strings.Contains(text, line) != (f.list != nil) {
			t.Errorf("family %s: %q", f.name, text)
		}
	}
}

func TestUsageOfFamilies(t *testing.T) {
	for i := range keywords {
		k := &keywords[i]
		word := "[" + k.name + "]"
		if k.value != "" {
			word = "[" + k.name + " " + k.value + "]"
		}
		if strings.Contains(inetText(), word) != (k.inet != nil) {
			t.Errorf("inet: %s", word)
		}
		if strings.Contains(inet6Text(), word) != (k.inet6 != nil) {
			t.Errorf("inet6: %s", word)
		}
	}
}
