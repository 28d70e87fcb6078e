package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// rootPackages have what the situations of transcripts are made with, and the
// originals.
var rootPackages = []string{"busybox-static", "iproute2", "net-tools", "util-linux", "mount", "procps", "dash", "coreutils", "sed", "grep"}

// rootWithout is what the machines don't need of them.
var rootWithout = []string{"/usr/share/*", "/usr/lib/*/perl*", "/usr/lib/*/gconv/*", "/usr/lib/*/libperl*", "/usr/bin/perl*", "/usr/lib/locale/*"}

// fetchRoot returns a folder with the programs of this machine's release for a
// processor. Nothing in it has ever been run.
func fetchRoot(a *arch) (string, error) {
	suite := ownSuite()
	return cached("root-"+suite+"-"+a.name, func(work string) error {
		script, err := ofProject("packaging/root")
		if err != nil {
			return err
		}
		args := []string{suite, work, "--variant=extract", "--architectures=" + a.name, "--include=" + strings.Join(rootPackages, ",")}
		for _, pattern := range rootWithout {
			args = append(args, "--dpkgopt=path-exclude="+pattern)
		}
		return command(work, script, args...).Run()
	})
}

// ownSuite is the release of this machine.
func ownSuite() string {
	out, _ := exec.Command("sh", "-c", `. /etc/os-release && echo "$VERSION_CODENAME"`).Output()
	return strings.TrimSpace(string(out))
}

// wholeRoot takes all that is in the folder of programs.
func wholeRoot(im *image) error {
	if im.source == "" {
		var err error
		if im.source, err = fetchRoot(im.kernel.arch); err != nil {
			return err
		}
	}
	im.whole = true
	for _, name := range merged {
		im.folder("usr/" + name)
		im.add(entry{path: name, mode: modeLink | 0o777, data: []byte("usr/" + name)})
	}
	return im.tree(im.source, ".", "")
}

// merged are the folders that Debian has below usr.
var merged = []string{"bin", "sbin", "lib", "lib64"}

// place is where a file is that Debian's packages call so.
func (im *image) place(name string) string {
	top, rest, below := strings.Cut(name, "/")
	if im.whole && below {
		for _, folder := range merged {
			if top == folder {
				return "usr/" + top + "/" + rest
			}
		}
	}
	return name
}

// tree takes a folder below dir to a folder of the machine, with all that is in it.
func (im *image) tree(dir, folder, to string) error {
	return filepath.WalkDir(filepath.Join(dir, folder), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		return im.take(filepath.Join(to, name), path, d)
	})
}

// take takes one file of whatever type; what isn't a file, a folder or a link is
// left out.
func (im *image) take(name, path string, d fs.DirEntry) error {
	switch {
	case d.IsDir():
		im.folder(name)
	case d.Type() == fs.ModeSymlink:
		to, err := os.Readlink(path)
		if err != nil {
			return err
		}
		im.link(name, to)
	case d.Type().IsRegular():
		return im.copy(name, path)
	}
	return nil
}
