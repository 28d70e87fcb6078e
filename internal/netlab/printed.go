package netlab

import (
	"io"
	"os"
	"testing"
)

// Printed is what f writes to standard output: an example that needs a lab, which
// go test can't run by itself. It has to fit into a pipe.
func Printed(t *testing.T, f func()) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout := os.Stdout
	os.Stdout = w
	f()
	os.Stdout = stdout
	w.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
