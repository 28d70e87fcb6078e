package ifupdown

import (
	"strings"
	"testing"

	"classicnet/internal/manpage"
)

// The manual page has the options that are declared.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/ifup.8")
	parser, err := new(options).parser("ifup")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, group := range parser.Groups() {
		for _, o := range group.Options() {
			if o.ShortName != 0 {
				words = append(words, "-"+string(o.ShortName))
			}
			if o.LongName != "" {
				words = append(words, "--"+o.LongName)
			}
		}
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1")
}

// The page of the file has the methods that are carried out, the variables of
// commands, and every word that begins a line.
func TestFilePage(t *testing.T) {
	page := manpage.Read(t, "../man/interfaces.5")
	has := map[string]bool{}
	for _, w := range page.Commands {
		has[w] = true
	}
	for i := range methods {
		if m := &methods[i]; m.plan.up != nil && m.family != "meta" && !(has[m.family] && has[m.name]) {
			t.Errorf("method %s %s is missing", m.family, m.name)
		}
	}
	for i := range phases {
		if !has[phases[i].command] {
			t.Errorf("option %s is missing", phases[i].command)
		}
	}
	for _, s := range settings {
		if !has[s.option] {
			t.Errorf("option %s is missing", s.option)
		}
	}
	for _, w := range page.Commands {
		if strings.HasPrefix(w, "no-") && (&reader{config: &Config{}}).keyword(w) == nil {
			t.Errorf("%s is no keyword", w)
		}
	}
	var variables []string
	c := &command{env: &Env{Environ: func() []string { return nil }}, options: options{All: true}}
	for _, v := range c.environ(target{}, "", "", "") {
		name, _, _ := strings.Cut(v, "=")
		variables = append(variables, name)
	}
	manpage.Same(t, "variables", page.Variables, variables...)
}
