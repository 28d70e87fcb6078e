package classicnet_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"classicnet/internal/version"
)

// readmeBlock is what stands in the README's block of that first line.
func readmeBlock(t *testing.T, first string) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "\n```"+first+"\n")
	block, _, end := strings.Cut(rest, "\n```\n")
	if !ok || !end {
		t.Fatalf("README.md has no block %s", first)
	}
	return block + "\n"
}

// The README's screens are those of the transcript, but for the loopback's.
func TestReadmeScreen(t *testing.T) {
	transcript, err := txtar.ParseFile("testdata/golden/expect/classic/tutorial-alias.txtar")
	if err != nil {
		t.Fatal(err)
	}
	cards, _, _ := strings.Cut(section(t, transcript, "4.stdout"), "lo  ")
	want := cards + section(t, transcript, "7.stdout")
	if diff := cmp.Diff(want, readmeBlock(t, "text tutorial")); diff != "" {
		t.Errorf("(-transcript +README)\n%s", diff)
	}
}

// The image has the name that packaging/image gives it.
func TestReadmeNamesTheVersion(t *testing.T) {
	if block := readmeBlock(t, "sh podman"); !strings.Contains(block, "podman tag classicnet:"+version.Number+" classicnet\n") {
		t.Errorf("the version isn't %s:\n%s", version.Number, block)
	}
}
