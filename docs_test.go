package classicnet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// testsIn are the tests of the files below a folder.
func testsIn(t *testing.T, dir string) map[string]bool {
	t.Helper()
	out, err := exec.Command("grep", "-rhoE", "--include=*_test.go", "^func Test[A-Za-z0-9_]+", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		tests[strings.TrimSpace(strings.TrimPrefix(line, "func "))] = true
	}
	return tests
}

// named are the tests that a page names, each with the package behind it.
var named = regexp.MustCompile("`(Test\\w+)`(?: \\(([a-z/0-9]+)\\))?")

// A test that a page promises is there, in the package that the page names.
func TestPagesNameTests(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	tests := map[string]map[string]bool{}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			dir := "."
			switch {
			case m[2] != "":
				dir = m[2]
			case page == "docs/reliability.md":
				dir = "test/reliability"
			}
			if tests[dir] == nil {
				tests[dir] = testsIn(t, dir)
			}
			if !tests[dir][m[1]] {
				t.Errorf("%s: there is no %s in %s", page, m[1], dir)
			}
		}
	}
}

// Each test of faults is in a row of the page about them.
func TestFaultsAreOnThePage(t *testing.T) {
	text, err := os.ReadFile("docs/reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	for test := range testsIn(t, "test/reliability") {
		if test != "TestMain" && !strings.Contains(string(text), "`"+test+"`") {
			t.Errorf("%s has no row", test)
		}
	}
}

// dash leaves a script that a signal ends without its trap for EXIT, so that
// temporary files would stay.
func TestScriptsCleanUp(t *testing.T) {
	out, err := exec.Command("git", "grep", "-lE", "^ *trap .* EXIT$", "--", ":!*.go", ":!findings").Output()
	if err != nil {
		t.Skip("not in a checkout: ", err)
	}
	for _, path := range strings.Fields(string(out)) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(text), "#!/bin/sh\n") && !strings.Contains(string(text), "trap 'exit 1' HUP INT TERM\n") {
			t.Errorf("%s leaves its temporary files behind when it is interrupted", path)
		}
	}
}

// link is a link or picture of Markdown, without its part of a page.
var link = regexp.MustCompile(`\]\(([^)#\s]+)`)

// What a page links to is there.
func TestLinks(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}
