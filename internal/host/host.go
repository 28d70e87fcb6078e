// Package host is the machine that a real command runs on.
package host

import (
	"io"
	"os"

	"golang.org/x/sys/unix"

	"classicnet/internal/dns"
	"classicnet/internal/env"
)

// Env is the world of the process: its streams, files, environment and name
// service. Nothing is opened or asked by it.
func Env() env.Env {
	return env.Env{
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Open:     open,
		DNS:      dns.New(),
		Getenv:   os.Getenv,
		Terminal: isTerminal,
	}
}

// open keeps a nil *os.File from becoming a reader that isn't nil.
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// isTerminal tells whether w is a file that has terminal settings.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	_, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
	return err == nil
}
