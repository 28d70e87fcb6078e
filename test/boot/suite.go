package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fetchOther returns the kernel of another suite, or of another processor. It stays
// in the cache, and in the cache's folder for as long as nobody removes it.
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
	return openKernel(dir)
}

// fetchRoot returns a folder with the programs of this machine's release, for a
// processor, that transcripts are made with.
func fetchRoot(a *arch) (string, error) {
	return cached("root-"+a.name, func(work string) error {
		script, err := ofProject("packaging/suite")
		if err != nil {
			return err
		}
		mirror, err := command(work, script, "any", work).Output()
		if err != nil {
			return err
		}
		return command(work, "mmdebstrap", "--quiet", "--variant=extract", "--architectures="+a.name,
			"--include="+strings.Join(rootPackages, ","), "--dpkgopt=path-exclude=/usr/share/*",
			ownSuite(), work, strings.TrimSpace(string(mirror))).Run()
	})
}

// rootPackages have what the situations of transcripts are made with, and the
// originals.
var rootPackages = []string{"busybox-static", "iproute2", "net-tools", "util-linux", "procps", "dash", "coreutils", "sed", "grep"}

// ownSuite is the suite of this machine.
func ownSuite() string {
	out, _ := exec.Command("sh", "-c", `. /etc/os-release && echo "$VERSION_CODENAME"`).Output()
	return strings.TrimSpace(string(out))
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
