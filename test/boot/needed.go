package main

import (
	"debug/elf"
	"fmt"
	"os/exec"
)

// busyboxPath is the shell of every machine.
const busyboxPath = "/bin/busybox"

// needed tells which program of this machine is missing.
func needed() error {
	for _, name := range []string{"apt-get", "apt-cache", "dpkg", "xz", "ip", "qemu-system-x86_64"} {
		if _, err := exec.LookPath(name); err != nil {
			return err
		}
	}
	return static(busyboxPath)
}

// static fails for a program that needs an interpreter: in a machine that has
// nothing but it there is none.
func static(path string) error {
	file, err := elf.Open(path)
	if err != nil {
		return fmt.Errorf("busybox-static is needed: %w", err)
	}
	defer file.Close()
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP {
			return fmt.Errorf("busybox-static is needed: %s needs a C library, which the machines don't have", path)
		}
	}
	return nil
}
