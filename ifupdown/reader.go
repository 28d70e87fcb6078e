package ifupdown

import (
	"errors"
	"io"
	"path"
	"strings"
)

// The bounds of what is read. They are far above any use; beyond them a file
// is refused.
const (
	maxFile    = 1 << 20 // bytes of one file
	maxFiles   = 4096    // files, counted as often as they are read
	maxTotal   = 1 << 24 // bytes of all files
	maxDepth   = 16      // files that include each other
	maxOptions = 1024    // options of a stanza, but for commands
	maxPath    = 4096    // bytes of a path or a pattern of paths
	maxCopied  = 1 << 18 // options inherited by all stanzas
)

// Read reads an interfaces(5) file and those that it includes. name is the
// file's path: it stands in positions, and included paths are relative to its
// folder. An error in the file itself is an *Error; everything before it is in
// the Config. What is wrong in an included file becomes one of the Warnings,
// and the reading goes on behind its `source`: one bad file in interfaces.d
// must not cut the machine off. A stanza whose first line is wrong is there,
// with what is wrong as its Refused.
func Read(r io.Reader, name string, files Files) (*Config, error) {
	if int(files.Syntax) >= len(flavours) {
		return &Config{}, errSyntax
	}
	reader := &reader{
		files: files.complete(), config: &Config{named: map[string][]*Interface{}},
		from: map[string]int{path.Clean(name): 0},
	}
	if r == nil {
		r = strings.NewReader("")
	}
	err := reader.read(r, name)
	reader.settle()
	return reader.config, err
}

var errSyntax = errors.New("ifupdown: no such syntax")

type reader struct {
	files  Files
	config *Config
	// option takes a line of the stanza that is open; nil outside of one.
	option func(*cursor, Word) error
	loose  []*looseStanza  // of syntaxes other than Debian's
	code   bool            // within a template's code
	mako   int             // how many blocks of a template are open
	seen   map[string]bool // members of classes, as CLASS/WORD
	// from has the files that are read, each with the number of the line that
	// included it; that of the first file is 0.
	from   map[string]int
	lines  int // that include files
	depth  int
	count  int // files
	total  int // bytes
	copied int // options
}

// read takes one file.
func (r *reader) read(from io.Reader, name string) error {
	data, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	if err != nil {
		return err
	}
	r.count++
	r.total += len(data)
	if len(data) > maxFile || r.total > maxTotal || r.count > maxFiles {
		return &Error{Position{name, 1, 1}, "too much to read"}
	}
	return r.statements(&source{file: name, rest: string(data)})
}

func (r *reader) statements(s *source) error {
	r.option = nil
	for {
		st, ok := s.next()
		if !ok {
			r.option = nil
			return nil
		}
		if i := strings.IndexByte(st.text, 0); i >= 0 {
			return &Error{st.at(i), "a NUL byte"}
		}
		c := &cursor{statement: st}
		if err := r.statement(c, c.word()); err != nil {
			return err
		}
	}
}

// statement takes a line that begins with the word keyword: a new stanza or an
// option of the open one.
func (r *reader) statement(c *cursor, keyword Word) error {
	if r.files.Syntax == SyntaxIfupdown2 && r.isMako(c, keyword) {
		return nil
	}
	if begin := r.keyword(keyword.Text); begin != nil {
		r.option = nil
		return begin(c, keyword)
	}
	if r.option == nil {
		return &Error{keyword.Pos, "option outside of a stanza: " + keyword.Text}
	}
	return r.option(c, keyword)
}

// keyword returns what begins with that word, nil for an option.
func (r *reader) keyword(word string) func(*cursor, Word) error {
	switch word {
	case "iface":
		return r.iface
	case "template":
		if r.files.Syntax == SyntaxIfupdownNG {
			return r.template
		}
	case "mapping":
		return r.mapping
	case "auto":
		return r.class
	case "no-auto-down":
		return appendWords(&r.config.NoAutoDown)
	case "no-scripts":
		return appendWords(&r.config.NoScripts)
	case "rename":
		return appendWords(&r.config.Renames)
	case "source":
		return r.source
	case "source-directory", "source-dir":
		return r.sourceDirectory
	}
	if len(word) > len(allowPrefix) && strings.HasPrefix(word, allowPrefix) {
		return r.class
	}
	return nil
}

func appendWords(list *[]Word) func(*cursor, Word) error {
	return func(c *cursor, _ Word) error {
		*list = append(*list, c.words()...)
		return nil
	}
}

// warn keeps an error that doesn't end the reading.
func (r *reader) warn(err error) { r.config.Warnings = append(r.config.Warnings, err) }
