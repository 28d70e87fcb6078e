package ipmaddr

import (
	"errors"
	"io"
	"iter"
	"strconv"

	"classicnet/internal/linkaddr"
	"classicnet/procnet"
)

// row is a group that an interface listens to.
type row struct {
	index  int32
	name   string
	family *family
	group  string
	users  int32
	static bool // joined by a request
}

// family is where the groups of a kind are listed.
type family struct {
	name string // in the listing
	word string // that asks for it
	file string
	read func(io.Reader) iter.Seq2[row, error]
}

// families are in the order of the listing.
var families = [...]family{
	{"link", "link", "/proc/net/dev_mcast", linkGroups},
	{"inet", "ipv4", "/proc/net/igmp", inetGroups},
	{"inet6", "ipv6", "/proc/net/igmp6", inet6Groups},
}

// read returns the groups of a family. A file that isn't there has none, and a line
// that can't be read is passed over.
func (c *command) read(f *family, rows []row) ([]row, error) {
	file, err := c.Open(f.file)
	if err != nil {
		return rows, nil
	}
	defer file.Close() //nolint:errcheck // read only
	for r, err := range f.read(file) {
		if _, malformed := errors.AsType[*procnet.LineError](err); malformed {
			continue
		}
		if err != nil {
			return rows, err
		}
		r.family = f
		rows = append(rows, r)
	}
	return rows, nil
}

// longest is how much of an address of the link layer is shown, in bytes.
const longest = 16

// linkGroups are those of the link layer. One without an address is no group.
func linkGroups(r io.Reader) iter.Seq2[row, error] {
	return rowsOf(procnet.LinkGroups(r), func(g procnet.LinkGroup) row {
		address := leadingBytes(g.HWAddr[:min(len(g.HWAddr), 2*longest)])
		group := linkaddr.AppendLower(nil, address, len(address), ':')
		return row{index: g.Index, name: g.Device, group: string(group), users: g.Users, static: g.Global != 0}
	})
}

// leadingBytes are those that digits begin with, two for each.
func leadingBytes(digits string) (b []byte) {
	for len(digits) > 1 {
		v, err := strconv.ParseUint(digits[:2], 16, 8)
		if err != nil {
			break
		}
		b, digits = append(b, byte(v)), digits[2:]
	}
	return b
}

func inetGroups(r io.Reader) iter.Seq2[row, error]  { return rowsOf(procnet.Groups(r), groupRow) }
func inet6Groups(r io.Reader) iter.Seq2[row, error] { return rowsOf(procnet.Groups6(r), groupRow) }

func groupRow(g procnet.Group) row {
	return row{index: g.Index, name: g.Device, group: g.Addr.String(), users: g.Users}
}

// rowsOf makes rows of what a reader yields.
func rowsOf[G any](groups iter.Seq2[G, error], of func(G) row) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for g, err := range groups {
			r := row{}
			if err == nil {
				r = of(g)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
