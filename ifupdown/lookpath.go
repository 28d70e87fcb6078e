package ifupdown

import (
	"cmp"
	"strings"
)

// lookPath finds a command in hookPath, whatever our own PATH is. A name with a
// slash stays, and one that isn't found.
func lookPath(name string) string {
	if strings.Contains(name, "/") {
		return name
	}
	return cmp.Or(findProgram(name, executable), name)
}

// findProgram returns the path of a command in hookPath, "" if there is none.
func findProgram(name string, executable func(string) bool) string {
	for _, folder := range strings.Split(hookPath, ":") {
		if path := folder + "/" + name; executable(path) {
			return path
		}
	}
	return ""
}
