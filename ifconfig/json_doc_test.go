package ifconfig

import (
	"os"
	"strings"
	"testing"
)

// Every field is in docs/json.md.
func TestJSONIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	i := card()
	i.Others = []OtherAddr{{Kind: DDP}}
	whole := object(t, i)
	for _, o := range []map[string]any{
		whole, whole["ipv4"].([]any)[0].(map[string]any), whole["ipv6"].([]any)[0].(map[string]any), whole["other_addrs"].([]any)[0].(map[string]any),
	} {
		for key := range o {
			if !strings.Contains(string(text), "`"+key+"`") {
				t.Errorf("%s isn't documented", key)
			}
		}
	}
}
