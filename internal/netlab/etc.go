package netlab

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// defaultEtc makes every name look-up in a lab one in these files alone.
func defaultEtc() map[string]string {
	return map[string]string{
		"nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\nnetworks: files\n" +
			"protocols: files\nservices: files\nethers: files\n",
		"hosts":       "127.0.0.1\tlocalhost\n",
		"networks":    "loopback\t127.0.0.0\n",
		"resolv.conf": "",
		"host.conf":   "multi on\n",
	}
}

// notFromMachine are what a lab's /etc doesn't have from the machine: how its
// administrator has set up what tests run, and what they write such set-ups to.
func notFromMachine() []string {
	return []string{"classicnet", "dhcp", "dhcpcd.conf", "network", "udhcpc"}
}

// ownEtc makes /etc a folder of the lab's own whose entries point to the
// machine's, so that single files can be replaced, added and taken away. The machine's
// can only be read by them.
func ownEtc() error {
	machine, own := filepath.Join(labFolder(), "etc-machine"), filepath.Join(labFolder(), "etc")
	entries, err := os.ReadDir("/etc")
	if err != nil {
		return err
	}
	for _, d := range []string{machine, own} {
		if err := os.Mkdir(d, 0o755); err != nil {
			return err
		}
	}
	for _, e := range entries {
		if slices.Contains(notFromMachine(), e.Name()) {
			continue
		}
		// a link keeps its text: it may be relative to /etc
		to, err := os.Readlink(filepath.Join("/etc", e.Name()))
		if err != nil {
			to = filepath.Join(machine, e.Name())
		}
		if err := os.Symlink(to, filepath.Join(own, e.Name())); err != nil {
			return err
		}
	}
	if err := bind("/etc", machine); err != nil {
		return err
	}
	if err := readOnly(machine); err != nil {
		return err
	}
	return bind(own, "/etc")
}

// putEtc replaces files of /etc.
func putEtc(files map[string]string) error {
	for name, text := range files {
		if err := removeEtc(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if err := writeFile(filepath.Join("/etc", name), text); err != nil {
			return err
		}
	}
	return nil
}

// removeEtc removes what the lab's own /etc has by this name: a file or a link
// to the machine's. Only in there: what is in a folder of it is the machine's.
func removeEtc(name string) error {
	if name == "" || strings.ContainsRune(name, '/') {
		return fmt.Errorf("%q is no name in /etc itself", name)
	}
	return os.Remove(filepath.Join("/etc", name))
}
