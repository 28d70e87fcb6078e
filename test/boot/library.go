package main

import (
	"debug/elf"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// dynamic takes a program and the libraries that it needs.
func (im *image) dynamic(name, from string) error {
	file := from
	if im.source != "" {
		file = filepath.Join(im.source, from)
	}
	if err := im.libraries(file); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return im.copy(name, file)
}

// libraries takes what a program or a library needs, to where it is on the machine
// that it comes from.
func (im *image) libraries(path string) error {
	file, err := elf.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	needs, err := file.ImportedLibraries()
	if err != nil {
		return err
	}
	for _, name := range append(needs, interpreter(file)...) {
		found, err := im.library(name, file)
		if err != nil {
			return err
		}
		if place := strings.TrimPrefix(found, im.source)[1:]; !im.has[place] {
			if err := im.copy(place, found); err != nil {
				return err
			}
			if err := im.libraries(found); err != nil {
				return err
			}
		}
	}
	return nil
}

// interpreter is the program's loader, if it has one.
func interpreter(file *elf.File) []string {
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP {
			path, _ := io.ReadAll(p.Open())
			return []string{strings.TrimRight(string(path), "\x00")}
		}
	}
	return nil
}

// library finds one for the processor of the file that needs it.
func (im *image) library(name string, user *elf.File) (string, error) {
	patterns := []string{name}
	if !strings.HasPrefix(name, "/") {
		patterns = []string{"/lib/*-linux-*/" + name, "/usr/lib/*-linux-*/" + name}
	}
	for _, pattern := range patterns {
		found, err := filepath.Glob(im.source + pattern)
		if err != nil {
			return "", err
		}
		for _, path := range found {
			file, err := elf.Open(path)
			if err != nil {
				continue
			}
			file.Close()
			if file.Machine == user.Machine && file.Class == user.Class {
				return path, nil
			}
		}
	}
	return "", fmt.Errorf("no library %s below %s/", name, im.source)
}
