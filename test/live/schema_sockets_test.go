//go:build !guest

// The compiler of schemas is half of each start of the test program, which plays the
// parts of a lab too. Where a processor is emulated, that counts.

package live

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"classicnet/internal/netlab"
)

// TestJSONSchemaOfSockets: what is printed of sockets of every kind is what
// docs/json.schema.json says.
func TestJSONSchemaOfSockets(t *testing.T) {
	lab := socketLab(t)
	for _, line := range []string{"-an", "-anp", "-tuwxaneop", "-g", "-x", "-l"} {
		validListing(t, lab, "netstat --json "+line, "netstat", true)
	}
	validListing(t, lab, "netstat --json -s", "netstat-statistics", true)
	validListing(t, lab, "netstat --json -s6", "netstat-statistics", true)
}

// validListing checks a listing; one that has rows shows that they were compared.
func validListing(t *testing.T, lab *netlab.Lab, line, name string, rows bool) {
	t.Helper()
	got := lab.Run(strings.Fields(line)...)
	var list []any
	if err := json.Unmarshal([]byte(got.Stdout), &list); err != nil || rows != (len(list) > 0) {
		t.Errorf("%s: %d rows, %v, %+v", line, len(list), err, got)
		return
	}
	valid(t, line, name, got.Stdout)
}

// TestJSONSchemaOfOldTables: the same of SCTP and masquerading.
func TestJSONSchemaOfOldTables(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Root)
	lab := netlab.New(t, netlab.Tools(t, "netstat"))
	lab.Proc(oldTables)
	validListing(t, lab, "netstat --json -San", "netstat", true)
	validListing(t, lab, "netstat --json -M", "netstat-masquerade", true)
	validListing(t, lab, "netstat --json -g", "netstat", false)
}

// TestJSONSchemaOfSmallTools: and of the small tools.
func TestJSONSchemaOfSmallTools(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip", netlab.Veth, netlab.Bridge)
	lab := netlab.New(t, netlab.Tools(t, "brctl", "ipmaddr"))
	lab.Sh(`
ip link add name br0 type bridge
ip link add name br1 type bridge
ip link add name eth1 address 02:00:00:00:00:01 type veth peer name p1
ip link set eth1 master br0
ip link set p1 up
ip link set eth1 up
ip link set br0 up
`)
	validListing(t, lab, "brctl --json show", "brctl-show", true)
	validListing(t, lab, "brctl --json showmacs br0", "brctl-showmacs", true)
	valid(t, "brctl --json showstp br0", "brctl-showstp", lab.Run("brctl", "--json", "showstp", "br0").Stdout)
	validListing(t, lab, "ipmaddr --json", "ipmaddr", true)
}

// TestJSONSchemaOfTunnels, where the kernel has one of these kinds.
func TestJSONSchemaOfTunnels(t *testing.T) {
	t.Parallel()
	netlab.Need(t, "ip")
	lab := netlab.New(t, netlab.Tools(t, "iptunnel"))
	for _, mode := range []string{"ipip", "gre", "sit"} {
		if r := lab.Run("ip", "tunnel", "add", "t1", "mode", mode, "remote", "10.0.0.2", "local", "10.0.0.1", "ttl", "64"); r.Exit == "0" {
			validListing(t, lab, "iptunnel --json", "iptunnel", true)
			validListing(t, lab, "iptunnel --json -s show t1", "iptunnel", true)
			return
		}
	}
	t.Skip("the kernel has no tunnels")
}

// TestJSONSchemaRefusesSockets that have a column less, or one of another type.
func TestJSONSchemaRefusesSockets(t *testing.T) {
	s := definition(t, "netstat")
	for _, text := range []string{
		`{}`, `[{}]`, `[{"proto":"unix"}]`, `[{"interface":"lo","refcnt":1,"group":"224.0.0.1","network_protocol":"ipv5","kind":"group"}]`,
		`[{"interface":"lo","refcnt":"1","group":"224.0.0.1","network_protocol":"ipv4","kind":"group"}]`,
		`[{"interface":"lo","refcnt":1,"group":"224.0.0.1","network_protocol":"ipv4","kind":"group","more":0}]`,
	} {
		if takes(t, s, text) {
			t.Errorf("%s is taken", text)
		}
	}
	if text := `[{"interface":"lo","refcnt":1,"group":"224.0.0.1","network_protocol":"ipv4","kind":"group"}]`; !takes(t, s, text) {
		t.Errorf("%s isn't taken", text)
	}
}

func takes(t *testing.T, s *jsonschema.Schema, text string) bool {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value) == nil
}
