package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// The workloads of ifup have a folder /etc with the folders of hook scripts and nothing
// else, an interfaces file of aliases with an address each, and a /run of their own.

// debianIfupdown is the folder of Debian's ifup, if it isn't the installed one.
func debianIfupdown() string { return cmp.Or(os.Getenv("CLASSICNET_DEBIAN_IFUPDOWN"), "/sbin") }

var hookFolders = [...]string{"if-pre-up.d", "if-up.d", "if-down.d", "if-post-down.d"}

// eth1 makes the interface of the stanzas.
func eth1(w io.Writer, _ int) { fmt.Fprintln(w, "link add name eth1 type veth peer name far") }

// writeStanzas makes the folders and the file.
func writeStanzas(size int) error {
	etc := filepath.Join(os.Getenv("CLASSICNET_BENCH_BIN"), "etc")
	var errs []error
	for _, name := range hookFolders {
		errs = append(errs, os.MkdirAll(filepath.Join(etc, "network", name), 0o755))
	}
	text := []byte("auto lo\niface lo inet loopback\n\nauto eth1\niface eth1 inet static\n\taddress 10.255.0.1/24\n")
	for i := range size {
		text = fmt.Appendf(text, "\nauto eth1:%d\niface eth1:%d inet static\n\taddress 10.%d.%d.1/32\n", i, i, i/250, i%250)
	}
	return errors.Join(append(errs,
		os.WriteFile(filepath.Join(etc, "network", "interfaces"), text, 0o644),
		unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""),
		unix.Mount(etc, "/etc", "", unix.MS_BIND, ""),
		unix.Mount("none", "/run", "tmpfs", 0, ""),
	)...)
}

// takeDown makes the machine one on which nothing is up.
func takeDown(string) error {
	for _, words := range []string{"ip addr flush dev eth1", "ip link set eth1 down"} {
		args := strings.Fields(words)
		if err := exec.Command(args[0], args[1:]...).Run(); err != nil {
			return fmt.Errorf("%s: %w", words, err)
		}
	}
	return errors.Join(os.RemoveAll("/run/network"), os.Mkdir("/run/network", 0o755))
}

// bringUp makes it one on which all is up. The state is Debian's, whoever keeps it.
func bringUp(words string) error {
	if err := takeDown(words); err != nil {
		return err
	}
	_, err := once("{bin}/ifup -a", 0, 0)
	return err
}
