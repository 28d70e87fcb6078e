package main

import (
	"os"
	"path/filepath"
	"strings"
)

// fetchOther returns the kernel of another suite, or of another processor. It stays
// in the cache until somebody removes it.
func fetchOther(suite string, a *arch) (*kernel, error) {
	dir, err := cached("kernel-"+suite+"-"+a.name, func(work string) error {
		script, err := ofProject("packaging/suite")
		if err != nil {
			return err
		}
		if err := command(work, script, "-a", a.name, suite, work, "kernel").Run(); err != nil {
			return err
		}
		if err := command(work, "sh", "-ec", "for deb in ./*.deb; do dpkg -x $deb . && rm $deb; done").Run(); err != nil {
			return err
		}
		return unpackImage(work)
	})
	if err != nil {
		return nil, err
	}
	return openKernel(dir, a)
}

// ofProject is the path of one of the project's files.
func ofProject(name string) (string, error) {
	root, err := command("", "go", "list", "-m", "-f", "{{.Dir}}").Output()
	return filepath.Join(strings.TrimSpace(string(root)), name), err
}

// cached returns a folder of the user's cache, which is made, all of it or nothing,
// if it isn't there.
func cached(name string, fill func(work string) error) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "classicnet", name)
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), "new")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := fill(work); err != nil {
		return "", err
	}
	return dir, os.Rename(work, dir)
}
