package route

import (
	"strings"

	"classicnet/internal/getopt"
	"classicnet/internal/version"
)

// usage is one of the texts for wrong use and help.
type usage uint8

const (
	noUsage usage = iota
	mainUsage
	inetUsage
	inet6Usage
	x25Usage
)

// usageText is the text of u. All of them are written to stderr.
func (c *command) usageText(u usage) string {
	switch u {
	case inetUsage:
		return inetText()
	case inet6Usage:
		return inet6Text()
	case x25Usage:
		return x25Text()
	}
	return c.mainText()
}

// mainText lists the options as they are declared and the families that have
// routes.
func (c *command) mainText() string {
	b := []byte("Usage: route [-nNvee] [-FC] [AF]             list the kernel's routing tables\n" +
		"       route [-v] [AF] {add|del} TARGET ...  change one of them\n" +
		"       route {-h|--help} [AF]                how to change the table of a family\n" +
		"       route {-V|--version}\n\n")
	parser, err := c.parser()
	if err != nil {
		return string(b)
	}
	for _, o := range parser.Groups()[optionGroup].Options() {
		b = getopt.AppendHelp(b, o)
	}
	return string(append(b, familyText()...))
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

// versionText starts with the release that scripts look for.
func versionText() string {
	names := make([]string, 0, len(families))
	for i := range families {
		if f := &families[i]; f.list != nil {
			names = append(names, f.name)
		}
	}
	return version.NetTools + "\n" +
		"route of classicnet " + version.Number + "\n" +
		"address families: " + strings.Join(names, " ")
}
