// Package sysfs knows where the kernel keeps the attributes of network devices
// under /sys, reads them and writes them. It is for what no ioctl tells or
// sets: the settings of bridges and bonds. A new network namespace shows there
// only once sysfs is mounted in it, so that a device that exists may be
// missing, and a container's /sys can mostly be read only: who writes must have
// another way or say what failed. Errors are *fs.PathError and name the file.
package sysfs

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// Net is the folder of all network devices.
const Net = "/sys/class/net"

// BondingMasters is the list of all bonds; a name with + makes one, with - it
// deletes one. It is missing where the bonding module isn't loaded.
const BondingMasters = Net + "/bonding_masters"

// FS is the way to the files.
type FS struct {
	Open    func(path string) (io.ReadCloser, error)
	ReadDir func(path string) ([]string, error) // names in byte order
	Write   func(path, text string) error
}

// Path is the file of a device's attribute: "bridge/stp_state". A name that is
// none of a device leads nowhere.
func Path(device, attribute string) string {
	if strings.Contains(device, "/") || device == "." || device == ".." || device == "" {
		return Net + "/ /" + attribute // no device's name has a blank
	}
	return Net + "/" + device + "/" + attribute
}

// maxAttribute is a page of memory, which an attribute is never longer than.
const maxAttribute = 4096

// Text returns a device's attribute without the newline at its end.
func (f FS) Text(device, attribute string) (string, error) {
	return f.Read(Path(device, attribute))
}

// Read is Text for a file by its path.
func (f FS) Read(path string) (string, error) {
	file, err := f.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close() //nolint:errcheck // read only
	text, err := io.ReadAll(io.LimitReader(file, maxAttribute))
	return strings.TrimSuffix(string(text), "\n"), err
}

// Uint returns a device's attribute that is a number, decimal or with 0x.
func (f FS) Uint(device, attribute string) (uint64, error) {
	text, err := f.Text(device, attribute)
	if err != nil {
		return 0, err
	}
	v, err := strconv.ParseUint(text, 0, 64)
	if err != nil {
		return 0, &fs.PathError{Op: "read", Path: Path(device, attribute), Err: errNoNumber}
	}
	return v, nil
}

var errNoNumber = errors.New("not a number")

// Set writes a device's attribute.
func (f FS) Set(device, attribute, value string) error {
	return f.Write(Path(device, attribute), value+"\n")
}

// Unreachable tells whether Set failed before anything was written: there is no
// such attribute, or none that may be written here.
func Unreachable(err error) bool {
	path, ok := errors.AsType[*fs.PathError](err)
	return ok && path.Op == "open"
}
