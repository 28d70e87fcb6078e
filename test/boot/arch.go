package main

import (
	"fmt"
	"strings"
)

// arch is a processor that machines are booted with, by Go's name for it.
type arch struct {
	name   string
	qemu   []string // the program and what it is told of the machine
	screen string   // the kernel's name for the line that is the screen
}

// arches are this machine's, and one whose bytes are in the other order.
var arches = []arch{
	{name: "amd64", qemu: []string{"qemu-system-x86_64", "-M", "q35"}, screen: "ttyS0"},
	{name: "s390x", qemu: []string{"qemu-system-s390x", "-M", "s390-ccw-virtio"}, screen: "ttysclp0"},
}

// archOf is the one of a name.
func archOf(name string) (*arch, error) {
	names := make([]string, len(arches))
	for i := range arches {
		if arches[i].name == name {
			return &arches[i], nil
		}
		names[i] = arches[i].name
	}
	return nil, fmt.Errorf("machines are %s, not %q", strings.Join(names, " and "), name)
}
