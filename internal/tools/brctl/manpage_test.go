package brctl

import (
	"encoding/json"
	"testing"

	"classicnet/internal/complete"
	"classicnet/internal/dialect"
	"classicnet/internal/frame"
	"classicnet/internal/jsonw"
	"classicnet/internal/manpage"
	"classicnet/ioctl"
)

// The manual page has what the tables have, no less and no more.
func TestManPage(t *testing.T) {
	page := manpage.Read(t, "../../../man/brctl.8")
	words := []string{"list", "on", "off", "yes", "no", "1", "0"}
	for i := range verbs {
		words = append(words, verbs[i].name)
	}
	for _, d := range dialect.All() {
		words = append(words, d.Name)
	}
	manpage.Same(t, "words", page.Commands, words...)
	flags := []string{"--"}
	options := new(command).declared().Options()
	for _, o := range options {
		flags = append(flags, complete.Spellings(o)...)
	}
	manpage.Same(t, "options", page.Options, flags...)
	manpage.Same(t, "variables", page.Variables, dialect.Variable, "POSIXLY_CORRECT")
	manpage.Same(t, "files", page.Files, "/sys/class/net", frame.DialectFile)
	manpage.Same(t, "exit statuses", page.Items["EXIT STATUS"], "0", "1", "4")
	manpage.Same(t, "fields", page.Items["JSON"], fields(t)...)
}

// fields are all names of members.
func fields(t *testing.T) (names []string) {
	w := jsonObject{jsonw.Writer{}}
	w.Array()
	w.brief(wholeBridge())
	w.whole(wholeBridge())
	w.mac(&ioctl.BridgeMAC{})
	w.EndArray()
	var list []any
	if err := json.Unmarshal(w.Buf, &list); err != nil {
		t.Fatal(err)
	}
	var collect func(v any)
	collect = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, element := range v {
				collect(element)
			}
		case map[string]any:
			for name, member := range v {
				names = append(names, name)
				collect(member)
			}
		}
	}
	collect(list)
	return names
}

func TestCompletion(t *testing.T) {
	var rows []complete.Row
	options := new(command).declared().Options()
	for _, o := range options {
		rows = append(rows, complete.Options(o, o.Description)...)
	}
	for i := range verbs {
		rows = append(rows, complete.Row{Place: "1", Word: verbs[i].name, About: verbs[i].about})
	}
	rows = append(rows, complete.Words("2", complete.Interface)...)
	rows = append(rows, complete.Words("3", complete.Interface, "on", "off")...)
	for _, d := range dialect.All() {
		rows = append(rows, complete.Row{Place: "name", Word: d.Name, About: d.About})
	}
	complete.Check(t, "../../..", "brctl", rows)
}
