package ifupdown

import (
	"strings"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
	"classicnet/internal/manpage"
)

// The manual page has the options that are declared.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../man/ifup.8")
	var words []string
	for _, o := range new(options).parser().Options() {
		words = append(words, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, words...)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1")
	manpage.Same(t, "fields", page.Items["JSON"], fields(t, "eth1")...)
	manpage.Same(t, "variables", page.Variables, environment(t)...)
}

// environment are the variables that --read-environment reads.
func environment(t *testing.T) (names []string) {
	new(options).readEnviron(func(name string) string {
		names = append(names, name)
		return ""
	})
	return append(names, dialect.Variable)
}

// The tables of shell completion have the options of each command, and the
// interfaces that it is about.
func TestCompletion(t *testing.T) {
	for _, p := range programs {
		var rows []complete.Row
		for _, o := range new(options).parser().Options() {
			about, _, only := strings.Cut(o.Description, " (ifquery)")
			if !only || p.mode == modeQuery {
				rows = append(rows, complete.Options(o, about)...)
			}
		}
		rows = append(rows, complete.Words("1", interfaces(p.mode))...)
		rows = append(rows, complete.Words("file", complete.File)...)
		rows = append(rows, complete.Words("dir", complete.Folder)...)
		rows = append(rows, complete.Words("class", classAuto, "hotplug")...)
		for _, d := range dialect.AllStanzas() {
			rows = append(rows, complete.Words("name", d.Name)...)
		}
		complete.Check(t, "..", p.name, rows)
	}
}

// interfaces are those that a command can do something with.
func interfaces(m mode) string {
	if m == modeDown {
		return complete.Up
	}
	return complete.Configured
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
	variables := []string{chainVariable}
	c := &command{env: &Env{Environ: func() []string { return nil }}, options: options{All: true}}
	for _, v := range c.environ(target{}, "", "", "") {
		name, _, _ := strings.Cut(v, "=")
		variables = append(variables, name)
	}
	manpage.Same(t, "variables", page.Variables, variables...)
}
