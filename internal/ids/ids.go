// Package ids finds the numbers of users and groups in the files of /etc.
package ids

import (
	"bufio"
	"io"
	"strings"

	"classicnet/internal/cnum"
)

// The files that have the numbers of names.
const (
	Users  = "/etc/passwd"
	Groups = "/etc/group"
)

// Number finds a name in a file with lines `name:password:number:`.
func Number(open func(path string) (io.ReadCloser, error), file, name string) (id int32, ok bool) {
	f, err := open(file)
	if err != nil {
		return 0, false
	}
	defer f.Close() //nolint:errcheck // read only
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.SplitN(lines.Text(), ":", 4)
		if len(fields) == 4 && fields[0] == name && name != "" {
			v, rest := cnum.Strtoul(fields[2])
			return int32(uint32(v)), rest == "" && fields[2] != ""
		}
	}
	return 0, false
}
