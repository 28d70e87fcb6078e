package live

import (
	"encoding/hex"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"classicnet/internal/netlab"
)

// TestJSONIsJSON for Python's own reader, whatever is asked for.
func TestJSONIsJSON(t *testing.T) {
	netlab.Need(t, "python3")
	lab := newLab(t, routes+more)
	for _, line := range []string{
		"ifconfig --json", "ifconfig --json -a", "ifconfig --json -s eth1", "ifconfig --json nosuch",
		"route --json", "route --json -A inet6", "route --json -FC", "route --json -A inet,inet6 -FC",
	} {
		text := lab.Run(strings.Fields(line)...).Stdout
		r := lab.Do(netlab.Command{Args: []string{"python3", "-m", "json.tool"}, Stdin: text})
		if r.Exit != "0" {
			t.Errorf("%s: %s%s", line, r.Stderr, text)
		}
	}
}

// namesOf prints the bytes of each name, and of the interface of each route.
const namesOf = `import json, os, sys
for o in json.load(sys.stdin):
    print(os.fsencode(o.get("name") or o["iface"]).hex())
`

// TestJSONNames: the bytes of a name that is no text come back whole.
func TestJSONNames(t *testing.T) {
	netlab.Need(t, "python3")
	lab := newLab(t, quiet)
	want := map[string]bool{}
	for i, name := range []string{"\xff", "\xfe", "\x1b[2J", `"q\`, "gr\u00fcn", "gr\xfcn", "\u0085", "\ufffd", "\xed\xb3\xbf"} {
		r := lab.Run("ip", "link", "add", "name", name, "type", "bridge")
		if r.Exit != "0" {
			t.Fatalf("%q: %s", name, r.Stderr)
		}
		lab.Run("ip", "link", "set", name, "up")
		lab.Run("ip", "route", "add", "10.0.0.0/8", "dev", name, "metric", strconv.Itoa(i))
		want[name] = true
	}
	for _, command := range []string{"ifconfig --json", "route --json"} {
		text := lab.Run(strings.Fields(command)...).Stdout
		r := lab.Do(netlab.Command{Args: []string{"python3", "-c", namesOf}, Stdin: text})
		got := map[string]bool{}
		for _, digits := range strings.Fields(r.Stdout) {
			name, err := hex.DecodeString(digits)
			if err != nil {
				t.Fatal(err)
			}
			got[string(name)] = true
		}
		delete(got, "lo")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", command, diff)
		}
	}
}
