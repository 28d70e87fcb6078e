package main

import (
	"regexp"
	"strings"
)

// prompt stands before each command on a screen, at the beginning of a line.
const prompt = "# "

// shown is a command on the screen and what follows it; a status other than 0
// is its last line, as [1].
type shown struct{ command, text string }

// screen is what a machine shows, command after command.
type screen []shown

// parseScreen splits a text into commands.
func parseScreen(text string) (s screen) {
	for line := range strings.Lines(text) {
		if command, ok := strings.CutPrefix(line, prompt); ok {
			s = append(s, shown{command: strings.TrimSuffix(command, "\n")})
		} else if len(s) > 0 {
			s[len(s)-1].text += line
		}
	}
	return s
}

// counters are what the kernel counts: nobody can foretell them.
var counters = regexp.MustCompile(`(packets|bytes):\d+( \([^)]*\))?`)

// masked is the text without counters.
func masked(text string) string { return counters.ReplaceAllString(text, "$1:N") }

// masked is the screen without counters.
func (s screen) masked() screen {
	list := make(screen, len(s))
	for i := range s {
		list[i] = shown{s[i].command, masked(s[i].text)}
	}
	return list
}
