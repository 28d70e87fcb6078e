package classicnet_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// schemaNode is what is looked at of docs/json.schema.json.
type schemaNode struct {
	Defs       map[string]schemaNode `json:"$defs"`
	Type       any                   `json:"type"` // a string, or strings
	Const      any                   `json:"const"`
	Enum       []any                 `json:"enum"`
	Properties map[string]schemaNode `json:"properties"`
	Items      *schemaNode           `json:"items"`
	OneOf      []schemaNode          `json:"oneOf"`
}

// types are the names of the JSON types that a field may have.
func (n schemaNode) types() map[string]bool {
	all := map[string]bool{}
	add := func(v any) {
		switch v := v.(type) {
		case string:
			all["string"] = true
		case bool:
			all["boolean"] = true
		case nil:
			all["null"] = true
		case float64:
			all["integer"] = true
		default:
			all["?"] = v != nil
		}
	}
	switch t := n.Type.(type) {
	case string:
		all[t] = true
	case []any:
		for _, name := range t {
			all[name.(string)] = true
		}
	case nil:
		if n.Const != nil {
			add(n.Const)
		}
		for _, v := range n.Enum {
			add(v)
		}
	}
	return all
}

// documented are the objects of the schema, each with the part of docs/json.md that
// has its table: a heading, or a heading of a heading's.
var documented = []struct {
	of   func(map[string]schemaNode) schemaNode
	part string
}{
	{def("interface"), "## ifconfig"}, {def("ipv4"), "## ifconfig/### Elements of ipv4"}, {def("ipv6"), "## ifconfig/### Elements of ipv6"},
	{shared("route"), "## route"},
	{either("netstat", 0), "## netstat/### Sockets of IP"}, {either("netstat", 1), "## netstat/### Sockets of SCTP"},
	{either("netstat", 2), "## netstat/### Sockets of AX.25 and NET/ROM"}, {either("netstat", 3), "## netstat/### Sockets of X.25"},
	{either("netstat", 4), "## netstat/### Sockets of ROSE"}, {either("netstat", 5), "## netstat/### Sockets of IPX"},
	{either("netstat", 6), "## netstat/### UNIX sockets"}, {either("netstat", 7), "## netstat/### Groups"},
	{item("netstat-statistics"), "## netstat/### Counters"}, {item("netstat-masquerade"), "## netstat/### Masquerade"},
	{item("netstat-interfaces"), "## netstat/### Interfaces"}, {item("arp"), "## arp"},
	{item("ifquery"), "## ifquery"}, {item("ifquery-list"), "## ifquery"},
	{item("brctl-show"), "## brctl/### Bridges"}, {item("brctl-showmacs"), "## brctl/### MAC addresses"}, {def("brctl-showstp"), "## brctl/### Spanning tree"},
	{func(d map[string]schemaNode) schemaNode { return *d["brctl-showstp"].Properties["ports"].Items }, "## brctl/### Elements of ports"},
	{item("ipmaddr"), "## ipmaddr"}, {item("iptunnel"), "## iptunnel"}, {item("mii-tool"), "## mii-tool"},
}

func def(name string) func(map[string]schemaNode) schemaNode {
	return func(d map[string]schemaNode) schemaNode { return d[name] }
}

func item(name string) func(map[string]schemaNode) schemaNode {
	return func(d map[string]schemaNode) schemaNode { return *d[name].Items }
}

func either(name string, i int) func(map[string]schemaNode) schemaNode {
	return func(d map[string]schemaNode) schemaNode { return d[name].Items.OneOf[i] }
}

// shared are the fields of several objects that share a table.
func shared(name string) func(map[string]schemaNode) schemaNode {
	return func(d map[string]schemaNode) schemaNode {
		all := schemaNode{Properties: map[string]schemaNode{}}
		for _, o := range d[name].Items.OneOf {
			for field, n := range o.Properties {
				types := all.Properties[field].types()
				maps.Copy(types, n.types())
				var list []any
				for t := range types {
					list = append(list, t)
				}
				all.Properties[field] = schemaNode{Type: list}
			}
		}
		return all
	}
}

// TestJSONFieldsAreDocumented: each field of each listing has a row in its table of
// docs/json.md, with the types that the schema lets it have, null among them or not.
func TestJSONFieldsAreDocumented(t *testing.T) {
	raw, err := os.ReadFile("docs/json.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema schemaNode
	if err := json.Unmarshal(raw, &schema); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range documented {
		object := d.of(schema.Defs)
		if len(object.Properties) == 0 {
			t.Errorf("%s: nothing in the schema", d.part)
		}
		rows := fieldRows(string(page), d.part)
		for _, name := range slices.Sorted(maps.Keys(object.Properties)) {
			want := object.Properties[name].types()
			if object.Properties[name].Type == nil && len(want) == 0 {
				want = map[string]bool{"?": true}
			}
			if said := rows[name]; !slices.ContainsFunc(said, func(types string) bool { return says(types, want) }) {
				t.Errorf("%s: %s is %v in the schema and %q on the page", d.part, name, slices.Sorted(maps.Keys(want)), said)
			}
		}
	}
}

var quotedName = regexp.MustCompile("`([^`]+)`")

// fieldRows are the type columns of a part's tables by the names of their fields.
func fieldRows(page, part string) map[string][]string {
	outer, inner, nested := strings.Cut(part, "/###")
	_, text, _ := strings.Cut("\n"+page, "\n"+outer+"\n")
	text, _, _ = strings.Cut(text, "\n## ")
	if nested {
		_, text, _ = strings.Cut(text, "\n###"+inner+"\n")
	}
	text, _, _ = strings.Cut(text, "\n### ")
	rows := map[string][]string{}
	for line := range strings.Lines(text) {
		if cells := strings.Split(line, " | "); len(cells) > 2 && strings.HasPrefix(line, "| `") {
			for _, m := range quotedName.FindAllStringSubmatch(cells[0], -1) {
				rows[m[1]] = append(rows[m[1]], cells[1])
			}
		}
	}
	return rows
}

// jsonWords are what a column calls the types.
var jsonWords = map[string][]string{
	"string": {"string"}, "integer": {"integer"}, "number": {"number"}, "boolean": {"boolean"}, "object": {"object"}, "null": {"null"},
	"array": {"strings", "objects", "integers", "array"},
}

// says tells whether a column says each of the types, and null only where it may be.
func says(column string, types map[string]bool) bool {
	for t := range types {
		if !slices.ContainsFunc(jsonWords[t], func(word string) bool { return strings.Contains(column, word) }) {
			return false
		}
	}
	return types["null"] || !strings.Contains(column, "null") || strings.Contains(column, ",") // several fields share the row
}
