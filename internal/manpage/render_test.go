package manpage

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// renderers print a page as a terminal of 80 columns gets it.
var renderers = []struct {
	name  string
	words []string
	// version is a command whose output tells that it is this renderer.
	version []string
	starts  string
}{
	{"mandoc", []string{"mandoc", "-Tutf8", "-Owidth=78"}, nil, ""},
	{"man-db", []string{"man", "--warnings=w", "-P", "cat", "-l"}, []string{"man", "--version"}, "man "},
}

// overstruck is how terminals of paper show bold and underlined text.
var overstruck = regexp.MustCompile(".\b")

// Every page renders without a complaint, with all its sections, in 80 columns.
func TestPagesRender(t *testing.T) {
	pages, err := filepath.Glob("../../man/*")
	if err != nil || len(pages) < 15 {
		t.Fatal(pages, err)
	}
	for _, r := range renderers {
		t.Run(r.name, func(t *testing.T) {
			needProgram(t, r.words[0], r.version, r.starts)
			for _, path := range pages {
				checkText(t, path, render(t, append(r.words, path)))
			}
		})
	}
}

// needProgram skips the test where a renderer is missing, or another has its name.
func needProgram(t *testing.T, name string, version []string, starts string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(err)
	}
	if version == nil {
		return
	}
	c := exec.Command(version[0], version[1:]...)
	if out, err := c.Output(); err != nil || !strings.HasPrefix(string(out), starts) {
		t.Skipf("%s isn't the one meant: %q %v", name, out, err)
	}
}

// render returns the text of a page, after nothing was said of it.
func render(t *testing.T, words []string) string {
	t.Helper()
	c := exec.Command(words[0], words[1:]...)
	var said bytes.Buffer
	c.Env, c.Stderr = []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "MANWIDTH=80", "HOME=" + t.TempDir()}, &said
	out, err := c.Output()
	if err != nil || said.Len() > 0 {
		t.Errorf("%v: %v\n%s", words, err, said.String())
	}
	return overstruck.ReplaceAllString(string(out), "")
}

// checkText fails the test unless the text has the page's sections and fits. A
// tool's screen, which is not filled, may be as wide as the terminal before it is
// indented.
func checkText(t *testing.T, path, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(strings.Trim(line, " \n")); n > 80 {
			t.Errorf("%s: %d columns: %s", path, n, line)
		}
	}
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	for _, want := range []string{"\nNAME\n", "\nDESCRIPTION\n", "\nSEE ALSO\n", name} {
		if !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", path, want, text)
		}
	}
}
