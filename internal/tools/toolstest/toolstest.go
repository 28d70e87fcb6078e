// Package toolstest runs a tool in a made-up world, for the tools' own tests.
package toolstest

import (
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
	"golang.org/x/tools/txtar"

	"classicnet/ioctl/ioctltest"
	"classicnet/tool"
)

// Result is what a run left.
type Result struct {
	Stdout, Stderr string
	Status         int
}

// Run runs a tool whose files are those of a kernel in memory.
func Run(k *ioctltest.Kernel, main func(tool.Env) int) Result {
	return RunTo(k, nil, main)
}

// RunTo is Run with a standard output of the test's; nil keeps it.
func RunTo(k *ioctltest.Kernel, stdout io.Writer, main func(tool.Env) int) (r Result) {
	var out, errors strings.Builder
	env := tool.Env{Stdout: &out, Stderr: &errors, Open: k.Open}
	if stdout != nil {
		env.Stdout = stdout
	}
	r.Status = main(env)
	r.Stdout, r.Stderr = out.String(), errors.String()
	return r
}

// NoFiles is a machine without files.
func NoFiles(path string) (io.ReadCloser, error) {
	return nil, &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
}

// Full is an output that takes nothing.
type Full struct{}

// Write fails as a disk without room does.
func (Full) Write([]byte) (int, error) { return 0, os.ErrClosed }

// Vector is one of testdata/golden-small/vectors: what is given and what the
// original made of it, by the names of its sections.
type Vector map[string]string

// Result is what the original left. A usage text isn't recorded.
func (v Vector) Result(t *testing.T) Result {
	t.Helper()
	status := 0
	for _, c := range strings.TrimSpace(v["exit"]) {
		status = 10*status + int(c-'0')
	}
	return Result{v["stdout"], v["stderr"], status}
}

// Mask makes a usage text on stderr what the vectors have in its place.
func (v Vector) Mask(r Result) Result {
	if strings.HasPrefix(v["stderr"], "(") && strings.Contains(r.Stderr, "Usage: ") {
		r.Stderr = v["stderr"]
	}
	return r
}

// Vectors reads a file of vectors, from a folder of internal/tools.
func Vectors(t *testing.T, file string) map[string]Vector {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/golden-small/vectors/" + file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]Vector{}
	for _, f := range txtar.Parse(data).Files {
		i := strings.LastIndex(f.Name, ".")
		if i < 0 {
			t.Fatalf("section %q", f.Name)
		}
		name, section := f.Name[:i], f.Name[i+1:]
		if all[name] == nil {
			all[name] = Vector{}
		}
		all[name][section] = string(f.Data)
	}
	if len(all) == 0 {
		t.Fatal("no vectors")
	}
	return all
}
