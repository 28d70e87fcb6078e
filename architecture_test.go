package classicnet_test

import (
	"maps"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// arrow is a row of the page's table of arrows: a room and what it imports.
var arrow = regexp.MustCompile("(?m)^\\| `([a-z0-9/*-]+)` \\|[^|]*\\| ([^|]*) \\|$")

// arrows are the page's: by room, the rooms that it imports.
func arrows(t *testing.T) map[string][]string {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rows, found := strings.Cut(string(text), "\n## Rooms and arrows\n")
	rows, _, _ = strings.Cut(rows, "\n## ")
	page := map[string][]string{}
	for _, m := range arrow.FindAllStringSubmatch(rows, -1) {
		page[m[1]] = strings.Fields(strings.ReplaceAll(strings.Trim(m[2], "-"), "`", ""))
	}
	if !found || len(page) == 0 {
		t.Fatal("docs/architecture.md has no table of arrows")
	}
	return page
}

// roomOf is the row that a package belongs to: its own, or that of its folder
// with a star. Several packages may share a row.
func roomOf(page map[string][]string, folder string) string {
	if _, ok := page[folder]; ok {
		return folder
	}
	if star := path.Dir(folder) + "/*"; page[star] != nil {
		return star
	}
	return ""
}

// The page's arrows are the imports, no less and no more.
func TestArrows(t *testing.T) {
	page := arrows(t)
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	real := map[string]map[string]bool{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		folder, ours := strings.CutPrefix(words[0], "classicnet/")
		if !ours || strings.HasPrefix(folder, "test/") {
			continue
		}
		room := roomOf(page, folder)
		if room == "" {
			t.Errorf("%s has no row", folder)
			continue
		}
		if real[room] == nil {
			real[room] = map[string]bool{}
		}
		for _, w := range words[1:] {
			if to, ours := strings.CutPrefix(w, "classicnet/"); ours && roomOf(page, to) != room {
				real[room][roomOf(page, to)] = true
			}
		}
	}
	for room, want := range page {
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(real[room])), cmp.Transformer("set", func(l []string) string { return strings.Join(l, " ") })); diff != "" {
			t.Errorf("arrows of %s (-page +imports)\n%s", room, diff)
		}
	}
}

// No arrow runs back: whoever is reached from a room doesn't reach it.
func TestArrowsRunDown(t *testing.T) {
	page := arrows(t)
	var walk func(room string, way []string)
	walk = func(room string, way []string) {
		if slices.Contains(way, room) {
			t.Fatalf("a circle: %v", append(way, room))
		}
		for _, to := range page[room] {
			walk(to, append(way, room))
		}
	}
	for room := range page {
		walk(room, nil)
	}
}

// TestUnsafe: unsafe is where the kernel's structs are, and what it costs to read
// them over is bounded.
func TestUnsafe(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var with []string
	for line := range strings.Lines(string(out)) {
		if words := strings.Fields(line); slices.Contains(words[1:], "unsafe") {
			with = append(with, strings.TrimPrefix(words[0], "classicnet/"))
		}
	}
	if diff := cmp.Diff([]string{"internal/rawcall", "ioctl"}, with); diff != "" {
		t.Errorf("rooms with unsafe (-want +got)\n%s", diff)
	}
}

// An int of C has four bytes, one of Go eight on most machines: where the high ones come
// first, what IoctlGetInt reads is 2^32 times the kernel's number.
func TestIntsOfTheKernelHaveFourBytes(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}\n{{end}}{{range .TestGoFiles}}{{$d}}/{{.}}\n{{end}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	files := strings.Fields(string(out))
	if len(files) < 100 {
		t.Errorf("%d files", len(files))
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "unix.IoctlGetInt(") {
			t.Errorf("%s reads eight bytes: IoctlGetUint32 reads four", file)
		}
	}
}
