package main

import (
	"bufio"
	"bytes"
	"cmp"
	"debug/elf"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// image is a program's file as it lies in memory, with the names of its functions.
type image struct {
	sections []section
	symbols  []elf.Symbol // functions, by address
	end      uint64
}

type section struct {
	from, to uint64
	kind     string
}

// kinds are what memory is, in the order of the account.
var kinds = [...]string{"code", "constants", "tables of functions", "data", "zeroed data", "heap", "runtime's own", "stack of the first thread"}

// kindOf are the sections by kind; what isn't here is constants.
var kindOf = map[string]string{
	".text": kinds[0], ".gopclntab": kinds[2], ".go.buildinfo": kinds[3], ".go.module": kinds[3], ".noptrdata": kinds[3], ".data": kinds[3],
	".bss": kinds[4], ".noptrbss": kinds[4],
}

func readImage(path string) (*image, error) {
	f, err := elf.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	im := new(image)
	for _, s := range f.Sections {
		if s.Flags&elf.SHF_ALLOC == 0 {
			continue
		}
		kind, known := kindOf[s.Name]
		if !known {
			kind = kinds[1]
		}
		im.sections = append(im.sections, section{s.Addr, s.Addr + s.Size, kind})
		im.end = max(im.end, s.Addr+s.Size)
	}
	if im.symbols, err = f.Symbols(); err != nil && !errors.Is(err, elf.ErrNoSymbols) {
		return nil, err
	}
	im.symbols = slices.DeleteFunc(im.symbols, func(s elf.Symbol) bool { return elf.ST_TYPE(s.Info) != elf.STT_FUNC })
	slices.SortFunc(im.symbols, func(a, b elf.Symbol) int { return cmp.Compare(a.Value, b.Value) })
	return im, nil
}

// function is the name of that at an address, "" for none.
func (im *image) function(at uint64) string {
	i, found := slices.BinarySearchFunc(im.symbols, at, func(s elf.Symbol, at uint64) int { return cmp.Compare(s.Value, at) })
	if !found {
		i--
	}
	if i < 0 || at >= im.end {
		return ""
	}
	return im.symbols[i].Name
}

// kind says what memory an address is of. The runtime asks for its heap at an
// address of its choice, in the lower half, the kernel maps what it may place in the
// upper one.
func (im *image) kind(at uint64, stack mapping) string {
	for _, s := range im.sections {
		if at >= s.from && at < s.to {
			return s.kind
		}
	}
	switch {
	case at < im.end:
		return kinds[1] // between sections
	case at >= stack.from && at < stack.to:
		return kinds[7]
	case at < 1<<(bits.Len64(stack.to)-1):
		return kinds[5]
	}
	return kinds[6]
}

// kindOfMapping likewise, of a mapping as a whole: constants and tables of functions
// share one.
func (im *image) kindOfMapping(m, stack mapping) string {
	if m.from < im.end && strings.Contains(m.access, "x") {
		return kinds[0]
	}
	return im.kind(m.from, stack)
}

// phases are when a page is touched: until packages are initialised, while they are,
// and from main.main on.
var phases = [...]string{"runtime", "packages", "main"}

// owner is the phase of a fault, and the package behind it: that of the innermost
// function which isn't the runtime's. A function that is just being entered hides its
// caller.
func (im *image) owner(f fault) (phase int, of string) {
	of = phases[0]
	for _, at := range f.calls {
		name := im.function(at)
		pkg := packageOf(name)
		if of == phases[0] && !isRuntime(pkg) {
			of = pkg
		}
		switch {
		case name == "runtime.doInit1" || strings.HasPrefix(name, pkg+".init"):
			return 1, of
		case name == "main.main" || name == "runtime.main" && of != phases[0]:
			return 2, of
		}
	}
	return 0, of
}

// packageOf is the package in the name of a function.
func packageOf(name string) string {
	name, _, _ = strings.Cut(name, "[") // of types
	slash := strings.LastIndexByte(name, '/') + 1
	pkg, _, _ := strings.Cut(name[slash:], ".")
	return name[:slash] + pkg
}

// isRuntime tells what packages are the runtime, and what is written in assembly,
// whose names have no package.
func isRuntime(pkg string) bool {
	switch pkg {
	case "", "runtime", "internal/bytealg", "internal/cpu", "internal/abi", "indexbytebody", "memeqbody", "_rt0_amd64_linux", "gogo", "callRet", "aeshashbody":
		return true
	}
	return strings.HasPrefix(pkg, "internal/runtime/") && pkg != "internal/runtime/maps"
}

// mapping is an entry of /proc/PID/smaps.
type mapping struct {
	from, to uint64
	access   string // rwxp
	name     string
	rss      int // resident pages
}

func parseMaps(text []byte, page int) (list []mapping) {
	in := bufio.NewScanner(bytes.NewReader(text))
	for in.Scan() {
		var m mapping
		var kib int
		words := strings.Fields(in.Text())
		if n, _ := fmt.Sscanf(words[0], "%x-%x", &m.from, &m.to); n == 2 {
			m.access = words[1]
			if len(words) > 5 {
				m.name = words[5]
			}
			list = append(list, m)
		} else if n, _ := fmt.Sscanf(in.Text(), "Rss: %d", &kib); n == 1 && len(list) > 0 {
			list[len(list)-1].rss = kib * 1024 / page
		}
	}
	return list
}
