package netlab

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// decodeObjects reads a JSON list of objects, without the empty ones that ip
// leaves for what it has filtered out.
func decodeObjects(text string) ([]object, error) {
	if text = strings.TrimSpace(text); text == "" {
		return nil, nil
	}
	d := json.NewDecoder(strings.NewReader(mendJSON(text)))
	d.UseNumber() // prints as it was written
	var list []object
	err := d.Decode(&list)
	return slices.DeleteFunc(list, func(o object) bool { return len(o) == 0 }), err
}

// mendJSON escapes what ip puts raw into strings: it prints some link-layer
// addresses as the bytes they are.
func mendJSON(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\\x%02x`, text[i])
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// visible shows control characters as \xNN.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < ' ' || r == 0x7f {
			fmt.Fprintf(&b, `\x%02x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
