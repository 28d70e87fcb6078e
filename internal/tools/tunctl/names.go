package tunctl

import (
	"classicnet/internal/cnum"
	"classicnet/internal/ids"
)

// The files that have the numbers of names.
const (
	usersFile  = ids.Users
	groupsFile = ids.Groups
)

// number returns the number of a user or a group: that of a name, else what the
// word says as strtol(3) reads it in base 0, which takes an empty one for 0.
func (c *command) number(file, word string) (id int32, ok bool) {
	if id, ok := ids.Number(c.Open, file, word); ok {
		return id, true
	}
	v, rest := cnum.Strtol(word)
	return int32(v), rest == ""
}
