package tunctl

import (
	"bufio"
	"strings"

	"classicnet/internal/cnum"
)

// The files that have the numbers of names.
const (
	usersFile  = "/etc/passwd"
	groupsFile = "/etc/group"
)

// number returns the number of a user or a group: that of a name, else what the
// word says as strtol(3) reads it in base 0, which takes an empty one for 0.
func (c *command) number(file, word string) (id int32, ok bool) {
	if id, ok := c.lookUp(file, word); ok {
		return id, true
	}
	v, rest := cnum.Strtol(word)
	return int32(v), rest == ""
}

// lookUp finds a name in a file with lines `name:password:number:`.
func (c *command) lookUp(file, name string) (id int32, ok bool) {
	f, err := c.Open(file)
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
