package ifupdown

import "strings"

// lookPath finds a command in hookPath, whatever our own PATH is; a name with a
// slash stays. Where there is none it returns otherwise.
func lookPath(name, otherwise string) string {
	if strings.Contains(name, "/") {
		return name
	}
	if path := findProgram(name, executable); path != "" {
		return path
	}
	return otherwise
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
