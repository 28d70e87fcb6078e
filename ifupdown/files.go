package ifupdown

import (
	"io"
	"os"

	"classicnet/internal/host"
)

// Files is how the reader reaches the files that are included. A function that is
// nil stands for what isn't there: no file, no folder, no variable.
type Files struct {
	// Open opens a file.
	Open func(path string) (io.ReadCloser, error)
	// ReadDir returns the names in a folder.
	ReadDir func(path string) ([]string, error)
	// Getenv returns the value of a variable in a path.
	Getenv func(name string) string
	// Syntax is whose files they are.
	Syntax Syntax
	// machine returns the name that DHCP clients are to send in ifupdown-ng's files
	// that name none; nil for none.
	machine func() string
}

// complete returns f with what isn't there in each function that is nil.
func (f Files) complete() Files {
	if f.Open == nil {
		f.Open = func(path string) (io.ReadCloser, error) { return nil, absent(path) }
	}
	if f.ReadDir == nil {
		f.ReadDir = func(path string) ([]string, error) { return nil, absent(path) }
	}
	if f.Getenv == nil {
		f.Getenv = func(string) string { return "" }
	}
	return f
}

// ReadFile is Read for a file of this machine, and for all that it includes.
func ReadFile(name string, syntax Syntax) (*Config, error) {
	file, err := host.Open(name)
	if err != nil {
		return &Config{}, err
	}
	defer file.Close()
	open := func(path string) (io.ReadCloser, error) { return host.Open(path) }
	return Read(file, name, Files{Open: open, ReadDir: host.ReadDir, Getenv: os.Getenv, Syntax: syntax})
}
