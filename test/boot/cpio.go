package main

import (
	"fmt"
	"io"
)

// entry is one file of a cpio archive as the kernel unpacks it (newc,
// Documentation/driver-api/early-userspace/buffer-format.rst).
type entry struct {
	path         string // without a leading slash
	mode         uint32 // type and permissions, as in st_mode
	data         []byte
	major, minor uint32 // of a device
}

// The types of st_mode.
const (
	modeFolder = 0o040000
	modeDevice = 0o020000 // character device
	modeFile   = 0o100000
	modeLink   = 0o120000
)

// writeCpio writes an archive. All is root's and of the year 1970, so that the
// same files are the same archive.
func writeCpio(w io.Writer, entries []entry) error {
	c := cpio{w: w}
	for _, e := range entries {
		c.entry(e)
	}
	c.entry(entry{path: "TRAILER!!!"})
	return c.err
}

// cpio writes parts of 4 bytes and remembers what went wrong.
type cpio struct {
	w     io.Writer
	inode int
	err   error
}

func (c *cpio) entry(e entry) {
	c.inode++
	const links, nobody, noTime, noDevice, noSum = 1, 0, 0, 0, 0
	c.part(fmt.Sprintf("070701%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%s\x00",
		c.inode, e.mode, nobody, nobody, links, noTime, len(e.data), noDevice, noDevice,
		e.major, e.minor, len(e.path)+1, noSum, e.path))
	c.part(string(e.data))
}

func (c *cpio) part(text string) {
	if c.err != nil {
		return
	}
	pad := -len(text) & 3
	_, c.err = io.WriteString(c.w, text+"\x00\x00\x00"[:pad])
}
