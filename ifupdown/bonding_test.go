package ifupdown

import (
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"classicnet/ioctl/ioctltest"
)

const masters = "/sys/class/net/bonding_masters"

// attribute writes to a file of /sys that is there, as the kernel's bonding
// module takes it.
func (w *world) attribute(path, text string) error {
	if _, ok := w.files[path]; !ok && strings.HasPrefix(path, "/sys/") {
		return &fs.PathError{Op: "open", Path: path, Err: unix.ENOENT}
	}
	if err := w.do("write %s %s", path, strings.TrimSuffix(text, "\n")); err != nil {
		return err
	}
	word := strings.TrimSpace(text)
	device, file, _ := strings.Cut(strings.TrimPrefix(path, "/sys/class/net/"), "/")
	switch {
	case path == masters:
		w.bond(word[1:], word[0] == '+')
	case file == bondSlaves:
		w.slave(device, word[1:], word[0] == '+')
	case strings.HasPrefix(path, "/sys/"):
		w.files[path] = text
	}
	return nil
}

var bondFiles = []string{"slaves", "mode", "miimon", "primary", "arp_ip_target", "lacp_rate", "active_slave", "updelay"}

func (w *world) bond(name string, make bool) {
	for _, file := range bondFiles {
		path := "/sys/class/net/" + name + "/bonding/" + file
		if delete(w.files, path); make {
			w.files[path] = "\n"
		}
	}
	if make {
		w.kernel.Add(ioctltest.Bonded(name, 0))
	} else {
		w.kernel.Remove(name)
	}
}

func (w *world) slave(bond, name string, add bool) {
	path := "/sys/class/net/" + bond + "/" + bondSlaves
	list := slices.DeleteFunc(strings.Fields(w.files[path]), func(s string) bool { return s == name })
	if add {
		list = append(list, name)
	}
	w.files[path] = strings.Join(list, " ") + "\n"
}
