package ifupdown

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const forJSON = `auto eth1 b=c
iface eth1 inet static
	address 192.168.1.1/24
	up echo "one"
	post-up two
	pre-down three
	dns-search a
	dns-search b
	odd"näme` + "\xff" + ` x
iface eth1 inet6 manual
iface c inet manual
mapping m
	script /choose
`

// What --json lists, as text and through a reader of JSON.
func TestJSON(t *testing.T) {
	for _, c := range []struct{ args, want, said string }{
		{"eth1", `{"name":"eth1","logical":"eth1","addr_family":"inet","addr_method":"static","auto":true,` +
			`"config":{"address":"192.168.1.1","dns-search":"a\u000ab","odd\"näme\udcff":"x","broadcast":"192.168.1.255","netmask":"255.255.255.0"},` +
			`"commands":{"pre-up":[],"up":["echo \"one\"","two"],"down":["three"],"post-down":[]},"file":"interfaces","line":2}
{"name":"eth1","logical":"eth1","addr_family":"inet6","addr_method":"manual","auto":true,` +
			`"config":{},"commands":{"pre-up":[],"up":[],"down":[],"post-down":[]},"file":"interfaces","line":10}`, ""},
		{"-o mtu=9 m", `{"name":"m","logical":"c","addr_family":"inet","addr_method":"manual","auto":false,` +
			`"config":{"mtu":"9"},"commands":{"pre-up":[],"up":[],"down":[],"post-down":[]},"file":"interfaces","line":11}`, ""},
		{"lo", `{"name":"lo","logical":"lo","addr_family":"inet","addr_method":"loopback","auto":true,` +
			`"config":{},"commands":{"pre-up":[],"up":[],"down":[],"post-down":[]},"file":null,"line":null}`, ""},
		{"nosuch", "", "ifquery: unknown interface nosuch\n"},
		{"--list", `{"name":"lo","logical":"lo"}
{"name":"eth1","logical":"eth1"}
{"name":"b","logical":"c"}`, ""},
		{"--list nosuch", "", "ifquery: unknown interface nosuch\n"},
		{"--list --allow nosuch", "", ""},
		{"--state", `{"name":"b","logical":"c"}
{"name":"lo","logical":"lo"}`, ""},
		{"--state lo", `{"name":"lo","logical":"lo"}`, ""},
	} {
		w := write(t, newWorld(), forJSON)
		w.output["/choose m <"] = "c\n"
		w.store[fileState] = "lo=lo\nb=c\n"
		got := w.run(append([]string{"ifquery", "--json"}, strings.Fields(c.args)...)...)
		if diff := cmp.Diff(asArray(c.want), got.Stdout); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.args, diff)
		}
		if got.Stderr != c.said || (got.Status == 0) != (c.said == "") {
			t.Errorf("%s: %+v", c.args, got)
		}
		if !json.Valid([]byte(got.Stdout)) {
			t.Errorf("%s: no JSON: %s", c.args, got.Stdout)
		}
	}
}

// asArray is the array of lines of objects.
func asArray(lines string) string {
	if lines == "" {
		return "[\n]\n"
	}
	return "[\n" + strings.ReplaceAll(lines, "\n", ",\n") + "\n]\n"
}

// The array is whole where the listing breaks off, and there is none where the
// command line or the file is wrong.
func TestJSONFailures(t *testing.T) {
	for _, c := range []struct {
		text, args string
		want       result
	}{
		{"auto /eth*\n", "--list", result{"[\n]\n", "ifquery: /proc/net/dev: no such file or directory\n", 1}},
		{"auto /eth*\niface a inet manual\n", "a", result{"[\n]\n", "ifquery: /proc/net/dev: no such file or directory\n", 1}},
		{"", "", result{"", "ifquery: no interface given\nifquery: --help tells more\n", 1}},
		{"nonsense\n", "--list", result{"", "ifquery: interfaces:1:1: option outside of a stanza: nonsense\n", 1}},
	} {
		w := write(t, newWorld(), c.text)
		got := w.run(append([]string{"ifquery", "--json"}, strings.Fields(c.args)...)...)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q %s (-want +got)\n%s", c.text, c.args, diff)
		}
	}
}

// For ifup and ifdown the option means nothing.
func TestJSONMeansNothing(t *testing.T) {
	w := write(t, newWorld("lo"), "")
	for _, program := range []string{"ifup", "ifdown"} {
		if got := w.run(program, "--json", "lo"); got != (result{}) {
			t.Errorf("%s: %+v", program, got)
		}
	}
}

// fields are all names of members in a listing.
func fields(t *testing.T, args ...string) (names []string) {
	t.Helper()
	w := write(t, newWorld(), forJSON)
	var rows []map[string]any
	if err := json.Unmarshal([]byte(w.run(append([]string{"ifquery", "--json"}, args...)...).Stdout), &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for name := range row {
			names = append(names, name)
		}
	}
	return names
}

// Every field is in docs/json.md.
func TestJSONIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## ifquery\n")
	names := append(fields(t, "eth1"), fields(t, "--list")...)
	if len(names) < 20 {
		t.Error(names)
	}
	for _, name := range names {
		if !strings.Contains(section, "| `"+name+"`") {
			t.Errorf("%s isn't documented", name)
		}
	}
}
