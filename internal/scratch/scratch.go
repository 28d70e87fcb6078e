// Package scratch makes folders for temporary files that don't outlive their
// process: they go with its end, by a signal too, and what a killed process left is
// taken away by the next one. It is a test helper: no tool links it.
package scratch

import (
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// young is the age below which a folder is left alone: who makes it may not have
// locked it yet.
const young = time.Minute

// Folder is a folder of this process alone.
type Folder struct {
	Path string
	lock *os.File
	once sync.Once
	ends chan os.Signal
}

// New makes a folder whose name begins with prefix among the temporary files.
func New(prefix string) (*Folder, error) {
	sweep(prefix, young)
	path, err := os.MkdirTemp("", prefix)
	if err != nil {
		return nil, err
	}
	f := &Folder{Path: path, ends: make(chan os.Signal, 1)}
	if f.lock, err = lock(path); err != nil {
		os.RemoveAll(path)
		return nil, err
	}
	signal.Notify(f.ends, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		if s, ok := <-f.ends; ok {
			f.Remove()
			os.Exit(128 + int(s.(syscall.Signal)))
		}
	}()
	return f, nil
}

// Remove takes the folder away.
func (f *Folder) Remove() {
	f.once.Do(func() {
		signal.Stop(f.ends)
		os.RemoveAll(f.Path)
		f.lock.Close()
		close(f.ends)
	})
}

// lock opens a folder and locks it for this process. Programs that it starts don't
// inherit the lock.
func lock(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// sweep removes the folders that nobody has locked.
func sweep(prefix string, age time.Duration) {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), prefix+"[0-9]*"))
	for _, path := range old {
		fi, err := os.Lstat(path)
		if err != nil || !fi.IsDir() || int(fi.Sys().(*syscall.Stat_t).Uid) != os.Geteuid() || time.Since(fi.ModTime()) < age {
			continue
		}
		if f, err := lock(path); err == nil {
			os.RemoveAll(path)
			f.Close()
		}
	}
}
