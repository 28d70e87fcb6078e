package ifupdown

import (
	"io"
	"strings"

	"classicnet/internal/dialect"
	"classicnet/internal/frame"
)

// Syntax is whose interfaces(5) files are read.
type Syntax uint8

// The syntaxes.
const (
	SyntaxIfupdown   Syntax = iota // Debian's ifupdown
	SyntaxIfupdownNG               // ifupdown-ng, as on Alpine
	SyntaxIfupdown2                // ifupdown2, as on Proxmox
)

// flavour is what tells the syntaxes without families from each other.
type flavour struct {
	name string
	// length4 and length6 are the prefix lengths of addresses that have none.
	length4, length6 string
	metric           string // of a default route that names none, "" for the kernel's
	// merges tells that all stanzas of a name are one.
	merges bool
	indent string // of options that are listed
}

// flavours are indexed by Syntax.
var flavours = [...]flavour{
	SyntaxIfupdown:   {},
	SyntaxIfupdownNG: {name: "ifupdown-ng", length4: "24", length6: "64", metric: "1", merges: true, indent: "  "},
	SyntaxIfupdown2:  {name: "ifupdown2", length4: "32", length6: "128", indent: "\t"},
}

// syntaxOf is the syntax of that name; ok is false for a dialect of listings.
func syntaxOf(name string) (s Syntax, ok bool) {
	for i := range flavours {
		if flavours[i].name == name && name != "" {
			return Syntax(i), true
		}
	}
	return SyntaxIfupdown, false
}

// dialectFiles hold the names of the machine's dialects: that of listings, and
// that of interfaces files where a package chooses one.
var dialectFiles = [...]string{frame.DialectFile, frame.DialectFile + ".ifup"}

// syntax is the syntax that the option asks for, else the variable, else the
// machine's files. In these other words are passed over: a dialect of listings
// or a typing error there mustn't keep the network down.
func (c *command) syntax() (Syntax, error) {
	if name := c.options.Dialect; name != "" {
		s, ok := syntaxOf(name)
		if !ok && dialect.ByName(name) == nil {
			return s, usageError((&dialect.UnknownError{Name: name, Stanzas: true}).Error())
		}
		return s, nil
	}
	words := []string{c.Getenv(dialect.Variable)}
	for _, name := range dialectFiles {
		words = append(words, c.wordsOf(name)...)
	}
	for _, word := range words {
		if s, ok := syntaxOf(word); ok {
			return s, nil
		}
	}
	return SyntaxIfupdown, nil
}

// wordsOf are the words of a file, none if it can't be read.
func (c *command) wordsOf(name string) []string {
	file, err := c.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	text, _ := io.ReadAll(io.LimitReader(file, maxVariable))
	return strings.Fields(string(text))
}
