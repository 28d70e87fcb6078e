package route

import (
	"encoding/json"
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
	_, section, _ := strings.Cut(string(text), "\n## route\n")
	var rows []map[string]any
	if err := json.Unmarshal([]byte(village().runWords("--json -A inet,inet6 -FC").Stdout), &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for key := range row {
			if !strings.Contains(section, "`"+key+"`") {
				t.Errorf("%s isn't documented", key)
			}
		}
	}
}
