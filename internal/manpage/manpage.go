// Package manpage reads manual pages in mdoc(7), so that tests can hold them
// against the tables that a command is made of.
package manpage

import (
	"bufio"
	"io"
	"slices"
	"strings"
)

// Page is what a manual page documents, except for its synopsis: what stands
// there has to be described below. The lists are sorted and have each
// entry once.
type Page struct {
	Commands  []string // words marked Cm: keywords, families, names of dialects
	Options   []string // marked Fl, with their dashes
	Variables []string // of the environment, marked Ev
	Files     []string // marked Pa
	// Items are the words that stand unmarked in the list items of a section
	// or subsection, by its title.
	Items map[string][]string
}

// Parse reads a page. The error is that of r.
func Parse(r io.Reader) (*Page, error) {
	p := &Page{Items: map[string][]string{}}
	section := ""
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) == 0 || words[0][0] != '.' || strings.HasPrefix(words[0], `.\"`) {
			continue
		}
		switch macro := words[0][1:]; {
		case macro == "Sh" || macro == "Ss":
			section = strings.Join(words[1:], " ")
		case section == "SYNOPSIS":
		case macro == "It":
			p.items(section, words[1:])
		default:
			p.marked(append([]string{macro}, words[1:]...))
		}
	}
	p.sort()
	return p, lines.Err()
}

// items takes the words of a list item, between which there are commas.
func (p *Page) items(section string, words []string) {
	p.marked(words)
	for _, word := range words {
		if isMacro(word) {
			return
		}
		if word != "," {
			p.Items[section] = append(p.Items[section], plain(word))
		}
	}
}

// marked takes the words behind a marking macro, up to the next macro.
func (p *Page) marked(words []string) {
	mark := ""
	for _, word := range words {
		switch {
		case isMacro(word):
			mark = word
		case strings.Trim(word, ",.:;|()") == "":
		default:
			p.add(mark, plain(word))
		}
	}
}

func (p *Page) add(mark, word string) {
	switch mark {
	case "Cm":
		p.Commands = append(p.Commands, word)
	case "Fl":
		p.Options = append(p.Options, "-"+word)
	case "Ev":
		p.Variables = append(p.Variables, word)
	case "Pa":
		p.Files = append(p.Files, word)
	}
}

// isMacro tells whether a word is one of the macros that a line may have in
// its middle. AUI and the like are no macros: these have one capital.
func isMacro(word string) bool {
	return len(word) == 2 && 'A' <= word[0] && word[0] <= 'Z' && 'a' <= word[1] && word[1] <= 'z'
}

// plain is a word without the escapes that keep it from being punctuation.
func plain(word string) string { return strings.ReplaceAll(word, `\&`, "") }

func (p *Page) sort() {
	for _, list := range []*[]string{&p.Commands, &p.Options, &p.Variables, &p.Files} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	for section, list := range p.Items {
		slices.Sort(list)
		p.Items[section] = slices.Compact(list)
	}
}
