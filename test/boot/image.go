package main

import (
	"compress/gzip"
	"embed"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// guest has the scripts that run in the machines.
//
//go:embed guest/*.sh
var guest embed.FS

// image is the root folder of a machine.
type image struct {
	entries []entry
	has     map[string]bool
	kernel  *kernel
	source  string // the folder below which programs are, "" for this machine's
	whole   bool   // has that folder as it is, with what Debian keeps below usr there
	only    string // those tests alone; "" is all
}

func newImage(k *kernel, source string) *image {
	return &image{has: map[string]bool{"": true, ".": true}, kernel: k, source: source}
}

// add adds a file, the first of those with its name.
func (im *image) add(e entry) {
	e.path = im.place(e.path)
	if im.has[e.path] {
		return
	}
	im.folder(path.Dir(e.path))
	im.entries = append(im.entries, e)
	im.has[e.path] = true
}

// folder makes a folder and those above it, each once.
func (im *image) folder(name string) {
	if !im.has[im.place(name)] {
		im.add(entry{path: name, mode: modeFolder | 0o755})
	}
}

func (im *image) link(name, target string) {
	im.add(entry{path: name, mode: modeLink | 0o777, data: []byte(target)})
}

func (im *image) device(name string, major, minor uint32) {
	im.add(entry{path: name, mode: modeDevice | 0o600, major: major, minor: minor})
}

func (im *image) program(name string, data []byte) {
	im.add(entry{path: name, mode: modeFile | 0o755, data: data})
}

// copy takes a program of this machine.
func (im *image) copy(name, from string) error {
	data, err := os.ReadFile(from)
	if err == nil {
		im.program(name, data)
	}
	return err
}

// script takes one of the guest's scripts.
func (im *image) script(name, from string) error {
	data, err := guest.ReadFile("guest/" + from)
	if err == nil {
		im.program(name, data)
	}
	return err
}

// basics are the shell, our one file, and what the kernel opens for /init.
func (im *image) basics(tools string) error {
	im.device("dev/console", 5, 1)
	im.device("dev/null", 1, 3)
	im.folder("sbin")
	if err := im.copy("bin/busybox", im.source+busyboxPath); err != nil {
		return err
	}
	im.link("bin/sh", "busybox")
	if err := im.script("lib/common.sh", "common.sh"); err != nil {
		return err
	}
	return im.copy("bin/classicnet", filepath.Join(tools, "classicnet"))
}

// modules takes kernel modules, and /modules/order with their files' paths. What
// this Linux is without isn't looked for.
func (im *image) modules(names []string) error {
	files, err := loadOrder(im.kernel.files, left(im.kernel.release, names), neededBy)
	if err != nil {
		return err
	}
	order := ""
	for _, file := range files {
		name := path.Join("modules", strings.TrimSuffix(filepath.Base(file), packedSuffix))
		data, err := readModule(file)
		if err != nil {
			return err
		}
		im.program(name, data)
		order += "/" + name + "\n"
	}
	im.program("modules/order", []byte(order))
	return nil
}

// write packs the image into a file of the kernel's form.
func (im *image) write(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err == nil {
		err = writeCpio(z, im.entries)
	}
	if err == nil {
		err = z.Close()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// buildTools makes our one file and the guest's helper in a folder.
func buildTools(dir string, a *arch) error {
	build := command("", "go", "build", "-trimpath", "-ldflags=-s -w", "-o", dir,
		"classicnet/cmd/classicnet", "classicnet/test/boot/serial")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOARCH="+a.name)
	return build.Run()
}
