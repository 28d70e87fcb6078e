// Package host is the machine that a real command runs on.
package host

import (
	"io"
	"os"

	"golang.org/x/sys/unix"

	"classicnet/internal/dns"
	"classicnet/tool"
)

// Env is the world of the process: its streams, files, environment and name
// service. Nothing is opened or asked by it.
func Env() tool.Env {
	return tool.Env{
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Open:     Open,
		DNS:      dns.New(Open),
		Getenv:   os.Getenv,
		Terminal: isTerminal,
	}
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
