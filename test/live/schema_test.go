package live

import (
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"classicnet/internal/netlab"
)

const schemaFile = "../../docs/json.schema.json"

// definition is one listing's part of the schema.
func definition(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile + "#/$defs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// valid checks a text against a definition.
func valid(t *testing.T, what, name, text string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err == nil {
		err = definition(t, name).Validate(value)
	}
	if err != nil {
		t.Errorf("%s: %v\n%s", what, err, text)
	}
}

// odd are neighbours of all kinds, and labels that are nobody's.
const odd = `
ip addr add 10.20.0.1/24 dev eth1 label eth1lab
ip addr add 192.168.1.1/25 brd + dev eth1
mktun t0 65534
ip addr add 10.30.0.1/24 dev t0
ip addr add 10.30.0.1 peer 10.30.0.2/32 dev t0
ip link set t0 up
ip neigh add 10.30.0.7 dev t0 nud permanent
ip neigh add 192.168.1.9 lladdr 02:aa:00:00:00:02 dev eth1 nud permanent
ip neigh add 192.168.1.8 dev eth1 nud incomplete
ip neigh add proxy 192.168.1.7 dev eth1
`

// TestJSONSchema: what is printed of a namespace with all that is odd is what
// docs/json.schema.json says.
func TestJSONSchema(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "sysctl", netlab.Tun, netlab.Veth, netlab.Bridge)
	lab := netlab.New(t, netlab.Tools(t, "ifconfig", "route", "netstat", "arp", "ifup"))
	lab.Sh("ln -s $(command -v ifup) " + lab.Work() + "/ifquery")
	lab.Sh(routes + dynamic + linkTypes + odd)
	lab.Etc("hosts", hosts)
	lab.Settle()
	file := lab.Work() + "/interfaces"
	lab.Sh("printf 'auto eth1\niface eth1 inet static\n address 10.0.0.1/24\n up true\niface eth1 inet6 auto\n' >" + file)
	for _, c := range []struct{ line, name string }{
		{lab.Work() + "/ifquery --json -i " + file + " eth1", "ifquery"}, {lab.Work() + "/ifquery --json -i " + file + " --list -a", "ifquery-list"},
		{"ifconfig -a --json", "ifconfig"}, {"ifconfig --json", "ifconfig"}, {"ifconfig --json uplink0", "ifconfig"}, {"ifconfig --json nosuch", "ifconfig"},
		{"route --json", "route"}, {"route --json -A inet,inet6", "route"}, {"route --json -6C", "route"},
		{"netstat -r --json", "netstat-route"}, {"netstat -r6 --json", "netstat-route"},
		{"netstat -ia --json", "netstat-interfaces"}, {"netstat -iae --json", "ifconfig"},
		{"arp --json", "arp"}, {"arp -n --json", "arp"},
	} {
		got := lab.Run(strings.Fields(c.line)...)
		if !strings.HasPrefix(got.Stdout, "[\n") {
			t.Errorf("%s: %+v", c.line, got)
			continue
		}
		valid(t, c.line, c.name, got.Stdout)
	}
}

// TestJSONSchemaRefuses what it isn't made for: a schema that takes anything proves
// nothing.
func TestJSONSchemaRefuses(t *testing.T) {
	s := definition(t, "arp")
	for _, text := range []string{
		`[{}]`, `[{"name":null}]`, `{}`,
		`[{"name":"","address":"10.0.0.1","hwtype":null,"hwaddress":null,"flags_mask":"","iface":null,"permanent":false,"published":false,"flags":0,"netmask":null,"link_type":1}]`,
		`[{"name":null,"address":"10.0.0.1","hwtype":null,"hwaddress":null,"flags_mask":"","iface":null,"permanent":false,"published":false,"flags":-1,"netmask":null,"link_type":1}]`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("%s is taken", text)
		}
	}
}

// TestJSONSchemaIsNamed in the page that says what the fields mean.
func TestJSONSchemaIsNamed(t *testing.T) {
	text, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "(json.schema.json)") {
		t.Error("docs/json.md doesn't name the schema")
	}
}
