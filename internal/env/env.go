// Package env holds what the outside world is to a command: the one seam
// through which a test reaches streams, files and name service.
package env

import (
	"io"

	"classicnet/internal/resolve"
)

// Env is the part of a command's world that all tools share. Each tool embeds
// it in an Env of its own beside its way to the kernel.
type Env struct {
	Stdout io.Writer
	Stderr io.Writer
	// Open opens a file by its absolute path: those of /proc/net, and the
	// databases in /etc.
	Open func(path string) (io.ReadCloser, error)
	// DNS answers what /etc/hosts doesn't; nil where there is no name service.
	DNS resolve.DNS
	// Getenv returns an environment variable, "" if unset.
	Getenv func(key string) string
	// Terminal tells whether a stream ends at a terminal; nil means never.
	Terminal func(io.Writer) bool
}
