package route

import (
	"strings"

	"classicnet/internal/frame"
)

// mainText lists the options as they are declared and the families that have
// routes.
func mainText() string {
	const head = "Usage: route [-nNvee] [-FC] [AF]             list the kernel's routing tables\n" +
		"       route [-v] [AF] {add|del} TARGET ...  change one of them\n" +
		"       route {-h|--help} [AF]                how to change the table of a family\n" +
		"       route {-V|--version}\n\n"
	return frame.Help(head, new(command).parser()) + familyText()
}

// familyText names the families that can be listed.
func familyText() string {
	var b strings.Builder
	b.WriteString("\nAF is -A NAME, -4, -6 or --NAME (inet if none is given), of\n")
	for i := range families {
		if f := &families[i]; f.title != "" {
			b.WriteString("  " + f.name + " (" + f.title + ")\n")
		}
	}
	return b.String()
}

// features is the line of the families that can be listed.
func features() string {
	names := make([]string, 0, len(families))
	for i := range families {
		if f := &families[i]; f.list != nil {
			names = append(names, f.name)
		}
	}
	return "address families: " + strings.Join(names, " ") + "\n"
}
