package ifupdown

import (
	"io/fs"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/frame"
)

// complete returns e with what isn't there in each function that is nil: no
// sockets, no programs, no folders, a state that can't be kept.
func (e Env) complete() Env {
	if e.Dial == nil {
		e.Dial = func(int) (Kernel, error) { return nil, frame.NoFamily() }
	}
	if e.Runner == nil {
		e.Runner = noWorld{}
	}
	if e.State == nil {
		e.State = func(string) Store { return noStore{} }
	}
	if e.ReadDir == nil {
		e.ReadDir = func(path string) ([]string, error) { return nil, absent(path) }
	}
	if e.Executable == nil {
		e.Executable = func(string) bool { return false }
	}
	if e.WriteFile == nil {
		e.WriteFile = func(path, _ string) error { return absent(path) }
	}
	if e.Environ == nil {
		e.Environ = func() []string { return nil }
	}
	if e.Sleep == nil {
		e.Sleep = func(time.Duration) {}
	}
	if e.Random == nil {
		e.Random = noWorld{}
	}
	if e.Kill == nil {
		e.Kill = func(int, unix.Signal) error { return unix.ESRCH }
	}
	return e
}

func absent(path string) error { return &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT} }

// noWorld runs nothing, keeps nothing and has no random bytes.
type noWorld struct{}

func (noWorld) Run(i Invocation) error     { return absent(i.Args[0]) }
func (noWorld) Read(p []byte) (int, error) { return 0, unix.ENOSYS }

// noStore is a folder that isn't there.
type noStore struct{}

func (noStore) Read(name string) ([]byte, error)            { return nil, absent(name) }
func (noStore) Write(name string, _ []byte) error           { return absent(name) }
func (noStore) Stamp(name string) (Stamp, error)            { return Stamp{}, absent(name) }
func (noStore) Append(name string, _ int64, _ []byte) error { return absent(name) }
func (noStore) Cut(name string, _ int64) error              { return absent(name) }
func (noStore) Lock(name string) (Lock, error)              { return nil, absent(name) }
