package ifupdown

import (
	"errors"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// source takes a `source PATH...` line. A file that doesn't exist is passed
// over: a pattern without a match is one.
func (r *reader) source(c *cursor, keyword Word) error {
	return r.include(c, keyword, r.readFile)
}

// sourceDirectory takes a `source-directory PATH...` line: the files in a
// folder whose names run-parts(8) would take.
func (r *reader) sourceDirectory(c *cursor, keyword Word) error {
	return r.include(c, keyword, r.readFolder)
}

// include reads all that the paths on a line stand for.
func (r *reader) include(c *cursor, keyword Word, read func(string, inclusion)) error {
	list := c.remainder()
	r.lines++
	by := inclusion{list.Pos, r.lines}
	words, err := expand(list.Text, r.files.Getenv)
	switch {
	case err != nil:
		r.warn(&Error{list.Pos, err.Error()})
	case len(words) == 0:
		r.warn(&Error{keyword.Pos, keyword.Text + " without a path"})
	}
	for _, word := range words {
		for _, name := range r.glob(relativeTo(path.Dir(list.Pos.File), word)) {
			read(name, by)
		}
	}
	r.option = nil // what was included ends the stanza
	return nil
}

// relativeTo puts a path that isn't absolute under a folder.
func relativeTo(folder, pattern string) string {
	if strings.HasPrefix(pattern, "/") {
		return pattern
	}
	return escape(folder) + "/" + pattern
}

// inclusion is a line that includes files: where it names them, and which line
// it is of all such lines, counted from 1.
type inclusion struct {
	pos  Position
	line int
}

// isNew tells whether no other line has read the file. A file that two lines
// include is read once, so that `source d/*` and `source-directory d` may both
// stand there; one line that names it twice reads it twice.
func (r *reader) isNew(name string, by inclusion) bool {
	name = path.Clean(name)
	line, known := r.from[name]
	if !known {
		r.from[name] = by.line
	}
	return !known || line == by.line
}

// readFile reads an included file.
func (r *reader) readFile(name string, by inclusion) {
	if !r.isNew(name, by) {
		return
	}
	if r.depth == maxDepth || r.count >= maxFiles {
		r.warn(&Error{by.pos, "too many files include each other"})
		return
	}
	file, err := r.files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		r.depth++
		err = r.read(file, name)
		r.depth--
		file.Close()
	}
	if err != nil {
		r.warn(err)
	}
}

func (r *reader) readFolder(folder string, by inclusion) {
	names, err := r.files.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		r.warn(err)
	}
	sort.Strings(names)
	for _, name := range names {
		if plainName(name) {
			r.readFile(folder+"/"+name, by)
		}
	}
}

// plainName tells whether run-parts(8) takes a file of that name: letters,
// digits, '_' and '-'. Backups and what package managers leave aren't such.
func plainName(name string) bool {
	for i := range len(name) {
		if c := name[i]; !isAlnum(c) && c != '_' && c != '-' {
			return false
		}
	}
	return name != ""
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// glob returns the paths that a pattern matches, in byte order, or the pattern
// itself without its escapes if it has no wildcards.
func (r *reader) glob(pattern string) []string {
	if len(pattern) > maxPath {
		return nil
	}
	if !hasWildcard(pattern) {
		return []string{unescape(pattern)}
	}
	folder, last := path.Split(pattern)
	var found []string
	for _, folder := range r.glob(strings.TrimSuffix(folder, "/")) {
		found = append(found, r.match(folder+"/", last)...)
	}
	return found
}

// match returns the paths in a folder whose last part matches. As in a shell
// a wildcard at the start doesn't match a dot.
func (r *reader) match(folder, pattern string) (found []string) {
	if !hasWildcard(pattern) {
		return []string{folder + unescape(pattern)}
	}
	names, _ := r.files.ReadDir(folder) // a folder that isn't there has no match
	sort.Strings(names)
	for _, name := range names {
		if matches(pattern, name) && (name[0] != '.' || pattern[0] == '.') {
			found = append(found, folder+name)
		}
	}
	return found
}
