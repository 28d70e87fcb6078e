package tool

import (
	"errors"
	"io"
	"io/fs"
	"testing"
)

// What is nil does nothing; what is set stays.
func TestComplete(t *testing.T) {
	e := Env{}.Complete()
	if _, err := io.WriteString(e.Stdout, "x"); err != nil {
		t.Error(err)
	}
	if _, err := io.WriteString(e.Stderr, "x"); err != nil {
		t.Error(err)
	}
	var path *fs.PathError
	if _, err := e.Open("/etc/hosts"); !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &path) || path.Path != "/etc/hosts" {
		t.Errorf("open: %v", err)
	}
	if e.Getenv("HOME") != "" || e.Terminal(e.Stdout) || e.DNS != nil {
		t.Errorf("%+v", e)
	}
	e.Getenv = func(key string) string { return "my " + key }
	if got := e.Complete().Getenv("HOME"); got != "my HOME" {
		t.Errorf("%q", got)
	}
}
