// Package tool is what a command of classicnet takes of the world: its streams,
// the files that it reads, the name service, the environment. Each tool that is
// a package has an Env of its own with this one in it, beside its way to the
// kernel, and a function Main that is the whole command:
//
//	env := route.System()
//	env.Stdout = &listing
//	status := route.Main(env, []string{"route", "-n"})
package tool

import (
	"io"
	"io/fs"
)

// Env is the world of a command. The zero value is a world in which there is
// nothing: no files, no names, no variables, and nobody who reads what is
// printed. A command may be run in it and ends with a message and a status.
type Env struct {
	// Stdout takes what the command prints; nil throws it away. It is written in
	// large pieces, and a failed write ends in a message and a status.
	Stdout io.Writer
	// Stderr takes its messages; nil throws them away.
	Stderr io.Writer
	// Open opens a file for reading by its absolute path: those of /proc/net, the
	// databases in /etc. Its errors wrap fs.ErrNotExist where there is no such
	// file. nil is a machine without files.
	Open func(path string) (io.ReadCloser, error)
	// DNS answers what /etc/hosts doesn't. nil is a machine whose name servers
	// don't answer.
	DNS DNS
	// Getenv returns an environment variable, "" if it is unset. With nil none is
	// set.
	Getenv func(key string) string
	// Terminal tells whether a stream, Stdout or Stderr, ends at a terminal, where
	// control bytes must not reach it. nil means that none does.
	Terminal func(io.Writer) bool
}

// Complete returns e with something harmless in each field that is nil, so that
// what gets it needn't ask. DNS stays nil: who asks it has to know.
//
//go:noinline
func (e Env) Complete() Env {
	if e.Stdout == nil {
		e.Stdout = io.Discard
	}
	if e.Stderr == nil {
		e.Stderr = io.Discard
	}
	if e.Open == nil {
		e.Open = openNothing
	}
	if e.Getenv == nil {
		e.Getenv = func(string) string { return "" }
	}
	if e.Terminal == nil {
		e.Terminal = func(io.Writer) bool { return false }
	}
	return e
}

func openNothing(path string) (io.ReadCloser, error) {
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}
