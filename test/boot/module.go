package main

import (
	"bytes"
	"debug/elf"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// findModules returns the modules below dir by their names, in which _ and -
// are the same. From Debian 13 on xz has packed them.
func findModules(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if name, ok := strings.CutSuffix(strings.TrimSuffix(filepath.Base(path), packedSuffix), ".ko"); ok {
			files[moduleName(name)] = path
		}
		return err
	})
	return files, err
}

const packedSuffix = ".xz"

// readModule returns a module as insmod takes it.
func readModule(path string) ([]byte, error) {
	if strings.HasSuffix(path, packedSuffix) {
		return command("", "xz", "-dc", path).Output()
	}
	return os.ReadFile(path)
}

func moduleName(name string) string { return strings.ReplaceAll(name, "-", "_") }

// has are those of the modules that the kernel has.
func (k *kernel) has(names []string) (list []string) {
	for _, name := range names {
		if k.files[moduleName(name)] != "" {
			list = append(list, name)
		}
	}
	return list
}

// loadOrder returns the files of these modules and of those they need, each
// after what it needs.
func loadOrder(files map[string]string, names []string, needs func(path string) ([]string, error)) (order []string, err error) {
	for _, name := range names {
		path, ok := files[moduleName(name)]
		if !ok {
			return nil, fmt.Errorf("the kernel has no module %s", name)
		}
		before, err := needs(path)
		if err == nil {
			before, err = loadOrder(files, before, needs)
		}
		if err != nil {
			return nil, err
		}
		for _, path := range append(before, path) {
			if !slices.Contains(order, path) {
				order = append(order, path)
			}
		}
	}
	return order, nil
}

// neededBy reads what a module's file says that it needs.
func neededBy(path string) ([]string, error) {
	data, err := readModule(path)
	if err != nil {
		return nil, err
	}
	file, err := elf.NewFile(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	section := file.Section(".modinfo")
	if section == nil {
		return nil, fmt.Errorf("%s: no .modinfo", path)
	}
	info, err := section.Data()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return depends(info), nil
}

// depends reads the value of depends= among the strings of a .modinfo section.
func depends(info []byte) []string {
	for entry := range bytes.SplitSeq(info, []byte{0}) {
		if list, ok := bytes.CutPrefix(entry, []byte("depends=")); ok && len(list) > 0 {
			return strings.Split(string(list), ",")
		}
	}
	return nil
}
