package ifupdown

import (
	"path"
	"strings"
)

// wildcards are the characters that have a meaning in patterns.
const wildcards = `*?[\`

// escape makes a pattern that matches a text alone.
func escape(text string) string {
	if !strings.ContainsAny(text, wildcards) {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte(wildcards, text[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// unescape is the text that a pattern without wildcards matches.
func unescape(pattern string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		if pattern[i] == '\\' && i+1 < len(pattern) {
			i++
		}
		b.WriteByte(pattern[i])
	}
	return b.String()
}

// hasWildcard tells whether a pattern has a wildcard that isn't escaped.
func hasWildcard(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			i++
		case '*', '?', '[':
			return true
		}
	}
	return false
}

// matches is fnmatch(3). A malformed pattern matches itself alone.
func matches(pattern, name string) bool {
	ok, err := path.Match(withCarets(pattern), name)
	return ok || err != nil && pattern == name
}

// withCarets writes the shell's [!a] as package path does, [^a].
func withCarets(pattern string) string {
	b := []byte(pattern)
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '[':
			if i+1 < len(b) && b[i+1] == '!' {
				b[i+1] = '^'
			}
			i = classEnd(b, i+1)
		}
	}
	return string(b)
}

// classEnd is the place of the bracket that closes a class.
func classEnd(pattern []byte, at int) int {
	for at < len(pattern) && pattern[at] != ']' {
		if pattern[at] == '\\' {
			at++
		}
		at++
	}
	return at
}
