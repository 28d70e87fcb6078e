package multicall

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// unfit tells why a link to self would be a bad one: others than who makes it
// could change what is run, or they can't get there. Root's links are for all,
// another user's for himself. "" means that it is fit.
func (in installation) unfit() (why string, err error) {
	dir, err := physical(in.dir)
	if err != nil {
		return "", failed(in.dir, err)
	}
	self, err := physical(in.self)
	if err != nil {
		return "", failed(in.self, err)
	}
	if !in.symbolic {
		return in.unfitFile(dir, self), nil
	}
	// What leads to the folder leads to the links, too: look at the rest.
	at := "/"
	for name := range strings.SplitSeq(self[1:], "/") {
		at = filepath.Join(at, name)
		if at == dir || strings.HasPrefix(dir, at+"/") {
			continue
		}
		if why := in.unfitPart(at); why != "" {
			return why, nil
		}
	}
	return "", nil
}

// unfitFile is unfit for a hard link, which has no way to the file.
func (in installation) unfitFile(dir, self string) string {
	var folder, file unix.Stat_t
	if unix.Stat(dir, &folder) == nil && unix.Stat(self, &file) == nil && folder.Dev != file.Dev {
		return self + " is on another file system"
	}
	return in.unfitPart(self)
}

// unfitPart looks at a folder on the way, or at the file. Where only the owner of
// a file may take it away, as in /tmp, it doesn't matter who may write the folder.
func (in installation) unfitPart(path string) string {
	var part unix.Stat_t
	if err := unix.Lstat(path, &part); err != nil {
		return failed(path, err).Error()
	}
	switch {
	case part.Uid != 0 && int(part.Uid) != in.uid:
		return path + " is another user's"
	case part.Mode&unix.S_ISVTX == 0 && (part.Mode&unix.S_IWOTH != 0 || part.Mode&unix.S_IWGRP != 0 && int(part.Gid) != in.gid):
		return "others can write " + path
	case in.uid == 0 && part.Mode&unix.S_IXOTH == 0:
		return "others can't use " + path
	}
	return ""
}
