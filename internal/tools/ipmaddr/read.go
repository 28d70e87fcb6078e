package ipmaddr

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"net/netip"
	"strconv"
	"strings"

	"classicnet/internal/linkaddr"
)

// row is a group that an interface listens to.
type row struct {
	index  int
	name   string
	family *family
	group  string
	users  int
	static bool // joined by a request
}

// family is where the groups of a kind are listed.
type family struct {
	name string // in the listing
	word string // that asks for it
	file string
	// line takes a line of the file apart. The row's index and name are those of
	// the row before.
	line func(r *row, line string) (ok bool)
}

// families are in the order of the listing.
var families = [...]family{
	{"link", "link", "/proc/net/dev_mcast", linkLine},
	{"inet", "ipv4", "/proc/net/igmp", inetLine},
	{"inet6", "ipv6", "/proc/net/igmp6", inet6Line},
}

// read returns the groups of a family. A file that isn't there has none.
func (c *command) read(f *family, rows []row) ([]row, error) {
	file, err := c.Open(f.file)
	if err != nil {
		return rows, nil
	}
	defer file.Close() //nolint:errcheck // read only
	lines := bufio.NewScanner(file)
	var r row
	for lines.Scan() {
		r.family, r.static = f, false
		if f.line(&r, lines.Text()) {
			rows = append(rows, r)
		}
	}
	return rows, lines.Err()
}

// longest is how much of an address of the link layer is shown, in bytes.
const longest = 16

// linkLine reads "2 eth0 1 0 01005e000001": number, name, users, users that stay,
// address. One without an address has no group.
func linkLine(r *row, line string) bool {
	f := strings.Fields(line)
	if len(f) < 5 {
		return false
	}
	digits := f[4][:min(len(f[4])&^1, 2*longest)]
	group, err := hex.DecodeString(digits)
	if err != nil || len(group) == 0 || !r.interfaceAndUsers(f[0], f[1], f[2]) {
		return false
	}
	r.group, r.static = string(linkaddr.AppendLower(nil, group, len(group), ':')), f[3] != "0"
	return true
}

// inetLine reads "2 eth0 : 1 V3" and below it lines "<tab>010000E0 1 0:00000000 0".
// The address is a word in the kernel's byte order. A name of ten bytes and more
// has no blank before the colon.
func inetLine(r *row, line string) bool {
	if strings.HasPrefix(line, "\t") {
		return r.inetGroup(strings.Fields(line))
	}
	head, _, found := strings.Cut(line, ":")
	f := strings.Fields(head)
	if found && len(f) == 2 {
		if index, err := strconv.Atoi(f[0]); err == nil {
			r.index, r.name = index, f[1]
		}
	}
	return false
}

func (r *row) inetGroup(f []string) bool {
	if len(f) < 2 || r.name == "" {
		return false
	}
	word, err := strconv.ParseUint(f[0], 16, 32)
	users, errUsers := strconv.Atoi(f[1])
	if err != nil || errUsers != nil {
		return false
	}
	var b [4]byte
	binary.NativeEndian.PutUint32(b[:], uint32(word))
	r.group, r.users = netip.AddrFrom4(b).String(), users
	return true
}

// inet6Line reads "2 eth0 ff020000000000000000000000000001 1 0000000C 0".
func inet6Line(r *row, line string) bool {
	f := strings.Fields(line)
	if len(f) < 4 {
		return false
	}
	b, err := hex.DecodeString(f[2])
	if err != nil || len(b) != 16 || !r.interfaceAndUsers(f[0], f[1], f[3]) {
		return false
	}
	r.group = netip.AddrFrom16([16]byte(b)).String()
	return true
}

func (r *row) interfaceAndUsers(index, name, users string) bool {
	i, err := strconv.Atoi(index)
	n, errUsers := strconv.Atoi(users)
	r.index, r.name, r.users = i, name, n
	return err == nil && errUsers == nil
}
