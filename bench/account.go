package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// pages is the account of a program's pages: means of many runs.
type pages struct {
	faults   map[string]*[len(phases)]float64 // by kind
	owners   map[string]float64               // faults by package
	resident map[string]float64               // pages at its end, by kind
}

// account shows what pages `ifconfig lo` touches for the first time, and what the
// smallest Go program that prints a line does, with its symbols: the pages are the
// same without.
func account(rounds int) error {
	hello, ours := filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), "hello"), "cmd/ifconfig"
	var both [2]*pages
	for i, folder := range []string{hello, ours} {
		program := filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), fmt.Sprint("named", i))
		data, err := linkAs(folder, program+".linked", "-funcalign=4")
		if err == nil {
			err = install(data, program)
		}
		if err == nil {
			both[i], err = count([]string{program, "lo"}, rounds)
		}
		if err != nil {
			return err
		}
	}
	showPages(both[0], both[1])
	return accountOfCalls(rounds)
}

func newPages() *pages {
	p := &pages{map[string]*[len(phases)]float64{}, map[string]float64{}, map[string]float64{}}
	for _, kind := range kinds {
		p.faults[kind] = new([len(phases)]float64)
	}
	return p
}

// count runs a program, and adds up.
func count(args []string, rounds int) (*pages, error) {
	im, err := readImage(args[0])
	if err != nil {
		return nil, err
	}
	p := newPages()
	for range rounds {
		list, smaps, err := faultsOf(args)
		if err != nil {
			return nil, err
		}
		p.add(im, list, parseMaps(smaps, os.Getpagesize()), 1/float64(rounds))
	}
	return p, nil
}

// add takes a run in, with its weight.
func (p *pages) add(im *image, list []fault, mappings []mapping, weight float64) {
	var stack mapping
	for _, m := range mappings {
		if m.name == "[stack]" {
			stack = m
		}
	}
	for _, m := range mappings {
		p.resident[im.kindOfMapping(m, stack)] += weight * float64(m.rss)
	}
	for _, f := range list {
		phase, of := im.owner(f)
		p.faults[im.kind(f.addr, stack)][phase] += weight
		p.owners[of] += weight
	}
}

// showPages prints both, side by side.
func showPages(plain, ours *pages) {
	fmt.Printf("\nfaults, means (a line printed; ifconfig lo)\n%-26s", "")
	for _, phase := range phases {
		fmt.Printf("%16s", phase)
	}
	fmt.Println("            all")
	var all [2]float64
	for _, kind := range kinds {
		a, b := plain.faults[kind], ours.faults[kind]
		fmt.Printf("%-26s", kind)
		var sum [2]float64
		for i := range phases {
			fmt.Printf("%8.1f%8.1f", a[i], b[i])
			sum[0], sum[1] = sum[0]+a[i], sum[1]+b[i]
		}
		fmt.Printf("%8.1f%8.1f\n", sum[0], sum[1])
		all[0], all[1] = all[0]+sum[0], all[1]+sum[1]
	}
	fmt.Printf("%-74s%8.1f%8.1f\n\nfaults by package\n", "", all[0], all[1])
	names := slices.Collect(maps.Keys(plain.owners))
	names = append(names, slices.Collect(maps.Keys(ours.owners))...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if a, b := plain.owners[name], ours.owners[name]; max(a, b) >= 0.5 {
			fmt.Printf("%-58s%8.1f%8.1f%+8.1f\n", name, a, b, b-a)
		}
	}
	fmt.Println("\npages that are there at the end")
	for _, kind := range kinds {
		fmt.Printf("%-58s%8.1f%8.1f%+8.1f\n", kind, plain.resident[kind], ours.resident[kind], ours.resident[kind]-plain.resident[kind])
	}
}
