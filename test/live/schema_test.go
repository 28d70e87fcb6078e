//go:build !guest

// The compiler of schemas is half of each start of the test program, which plays the
// parts of a lab too. Where a processor is emulated, that counts.

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
	lab.Sh("printf 'auto eth1\niface eth1 inet static\n address 10.0.0.1/24\n up true\niface eth1 inet6 auto\niface eth2 inet static\n address 10.0.0.1/24\n address 10.0.0.2/8\n' >" + file)
	for _, c := range []struct{ line, name string }{
		{lab.Work() + "/ifquery --json -i " + file + " eth1", "ifquery"}, {lab.Work() + "/ifquery --json -i " + file + " --list -a", "ifquery-list"},
		{"ifconfig -a --json", "ifconfig"}, {"ifconfig --json", "ifconfig"}, {"ifconfig --json uplink0", "ifconfig"}, {"ifconfig --json nosuch", "ifconfig"},
		{"route --json", "route"}, {"route --json -A inet,inet6", "route"}, {"route --json -6C", "route"},
		{"netstat -r --json", "netstat-route"}, {"netstat -r6 --json", "netstat-route"},
		{"netstat -ia --json", "netstat-interfaces"}, {"netstat -iae --json", "ifconfig"},
		{"arp --json", "arp"}, {"arp -n --json", "arp"}, {"arp -n --json -i nosuch", "arp"},
		{lab.Work() + "/ifquery --json -i " + file + " eth2", "ifquery"}, {lab.Work() + "/ifquery --json -i " + file + " nosuch", "ifquery"},
		{"netstat -M --json", "netstat-masquerade"}, {"netstat -s --json", "netstat-statistics"}, {"netstat -g --json", "netstat"},
	} {
		got := lab.Run(strings.Fields(c.line)...)
		if !strings.HasPrefix(got.Stdout, "[\n") {
			t.Errorf("%s: %+v", c.line, got)
			continue
		}
		valid(t, c.line, c.name, got.Stdout)
	}
}

// TestJSONSchemaWithoutProc: where nothing can be read there is an array all the same,
// and what isn't known is null.
func TestJSONSchemaWithoutProc(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", "mount", "unshare", netlab.Veth)
	lab := netlab.New(t, netlab.Tools(t, "ifconfig", "route", "netstat", "arp"))
	lab.Veth("eth1", "00:0d:61:0b:d9:a0")
	lab.Sh("ip link set eth1 up; ip addr add 10.0.0.1/24 dev eth1; ip addr add 10.0.0.2/24 dev eth1 label eth1lab; ip addr add 2001:db8::1/64 dev eth1")
	for _, c := range []struct{ line, name string }{
		{"ifconfig -a --json", "ifconfig"}, {"ifconfig --json eth1", "ifconfig"}, {"ifconfig --json nosuch", "ifconfig"}, {"netstat -ia --json", "netstat-interfaces"},
		{"route --json", "route"}, {"route --json -6", "route"}, {"netstat -r --json", "netstat-route"}, {"arp -n --json", "arp"},
		{"netstat -an --json", "netstat"}, {"netstat -g --json", "netstat"}, {"netstat -s --json", "netstat-statistics"}, {"netstat -M --json", "netstat-masquerade"},
	} {
		got := lab.Sh("mkdir -p empty; unshare -m sh -c 'mount --bind empty /proc; " + c.line + " 2>/dev/null; true'")
		if !strings.HasPrefix(got, "[\n") {
			t.Errorf("%s: %q", c.line, got)
			continue
		}
		valid(t, c.line, c.name, got)
		if strings.HasPrefix(c.line, "ifconfig --json eth1") && !strings.Contains(got, `"ipv6":null`) {
			t.Errorf("%s: %s", c.line, got)
		}
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
