package manpage

import (
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Read returns the page in a file, after the formatters found nothing wrong
// with it.
func Read(t testing.TB, path string) *Page {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	p, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, complaint := range Lint(t, path) {
		t.Errorf("%s", complaint)
	}
	return p
}

// Same fails the test where a list of the page is not that of the tables.
func Same(t testing.TB, what string, page []string, tables ...string) {
	t.Helper()
	slices.Sort(tables)
	if diff := cmp.Diff(slices.Compact(tables), page); diff != "" {
		t.Errorf("%s (-tables +page)\n%s", what, diff)
	}
}

// formatters complain about a page on the streams that are read here.
var formatters = [][]string{
	{"mandoc", "-Tlint"},
	{"groff", "-mandoc", "-Tutf8", "-ww", "-z"},
}

// Lint returns what the formatters that are installed say of the page in a
// file. That a page it refers to isn't installed here is no fault of it.
func Lint(t testing.TB, path string) (complaints []string) {
	t.Helper()
	for _, f := range formatters {
		out, err := exec.Command(f[0], append(f[1:], path)...).CombinedOutput()
		if errors.Is(err, exec.ErrNotFound) {
			absent(t, f[0])
			continue
		}
		for line := range strings.Lines(string(out)) {
			if !strings.Contains(line, "referenced manual not found") && !strings.Contains(line, "outdated mandoc.db") {
				complaints = append(complaints, strings.TrimSpace(line))
			}
		}
	}
	return complaints
}

// absent is no reason to skip the rest of a test, but one to fail where all
// formatters have to be there.
func absent(t testing.TB, name string) {
	t.Helper()
	if os.Getenv("CLASSICNET_CI") == "1" {
		t.Errorf("no %s", name)
	}
	t.Logf("no %s: it can't complain", name)
}
