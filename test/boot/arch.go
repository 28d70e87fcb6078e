package main

// arch is a processor that machines have.
type arch struct {
	name    string   // as Debian calls it, and Go
	qemu    []string // the program, and what it is told of the machine
	console string
	pc      bool // has the cards and lines of a PC, which most boots look at
}

// arches has the machines that can be booted, the usual one first. s390x counts
// bytes from the other end.
var arches = []arch{
	{name: "amd64", qemu: []string{"qemu-system-x86_64", "-M", "q35"}, console: "ttyS0", pc: true},
	{name: "arm64", qemu: []string{"qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a57"}, console: "ttyAMA0"},
	{name: "s390x", qemu: []string{"qemu-system-s390x", "-M", "s390-ccw-virtio"}, console: "ttysclp0"},
}

// findArch returns the one of that name, nil if there is none.
func findArch(name string) *arch {
	for i := range arches {
		if arches[i].name == name {
			return &arches[i]
		}
	}
	return nil
}
