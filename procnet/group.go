package procnet

import (
	"bytes"
	"io"
	"iter"
	"net/netip"
)

// Group is a multicast group that an interface receives.
type Group struct {
	Index  int32      // of the interface; 0 where the file doesn't tell
	Device string     // its name
	Users  int32      // sockets and parts of the kernel that joined it
	Addr   netip.Addr // IPv4 of Groups, IPv6 of Groups6
}

// Groups reads /proc/net/igmp. It has a title line, and for each interface a line
// that begins with its index and its name and ends with a colon and more; before
// Linux 2.4 the index and its title Idx were missing. Below are the groups, behind
// tabs: the address (8 hex digits in native byte order) and the users. A line of
// neither kind is Skipped.
func Groups(r io.Reader) iter.Seq2[Group, error] {
	return func(yield func(Group, error) bool) {
		in := newLines(r, "/proc/net/igmp", socketLine)
		titles, _ := in.next()
		indexed := bytes.Contains(titles, []byte("Idx"))
		var of Group // the interface alone
		if err := in.each(func(c *cursor) bool {
			var row Group
			s := strict{c, &in.texts}
			if !bytes.HasPrefix(c.line, []byte("\t")) {
				s.groupDevice(indexed, &of)
				err := in.lineError(c)
				return err == nil || yield(row, err)
			}
			s.group(&row)
			if !s.fault.skipped {
				row.Index, row.Device = of.Index, of.Device
			}
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Group{}, err)
		}
	}
}

// groupDevice reads the line of an interface; of one that is none the one before
// it stays.
func (s strict) groupDevice(indexed bool, to *Group) {
	var index int32
	if indexed {
		s.decimal("Idx", &index)
	}
	s.skipSpace()
	name := s.fixed(15)
	if s.fault.skipped || len(name) == 0 {
		s.done("Device", false, errMissing)
		return
	}
	if i := bytes.LastIndexByte(name, ':'); i >= 0 {
		name = name[:i]
	}
	to.Index, to.Device = index, s.texts.keep(trimSpace(name))
}

// group reads the line of a group.
func (s strict) group(row *Group) {
	s.skipSpace()
	word := s.rest()
	n := 0
	for n < min(len(word), 8) && digit(word[n]) < base16 {
		n++
	}
	s.at += n
	s.done("Group", n > 0, errAddress)
	s.decimal("Users", &row.Users)
	if !s.fault.skipped {
		row.Addr = address4(hexDigits(word[:n]))
	}
}

// Groups6 reads /proc/net/igmp6. Its columns are the index of the interface, its
// name, the address (32 hex digits) and the users; what follows isn't read. A line
// that lacks any is Skipped.
func Groups6(r io.Reader) iter.Seq2[Group, error] {
	return func(yield func(Group, error) bool) {
		in := newLines(r, "/proc/net/igmp6", socketLine)
		if err := in.each(func(c *cursor) bool {
			var row Group
			s := strict{c, &in.texts}
			s.decimal("index", &row.Index)
			s.name("device", &row.Device)
			s.inet6("address", &row.Addr)
			s.decimal("users", &row.Users)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(Group{}, err)
		}
	}
}

// name is that of an interface.
func (s strict) name(field string, to *string) {
	s.text(field, to)
	if len(*to) > maxName {
		s.reject(field, errNameLength)
	}
}

// LinkGroup is a line of /proc/net/dev_mcast: a link-layer address that an
// interface receives.
type LinkGroup struct {
	Index  int32  // of the interface
	Device string // its name
	Users  int32  // who asked for it
	Global int32  // of them those who asked for it by SIOCADDMULTI
	HWAddr string // hex digits, 12 on Ethernet
}

// LinkGroups reads /proc/net/dev_mcast, which has no title line; its columns are
// those of LinkGroup in this order. A line that lacks any is Skipped.
func LinkGroups(r io.Reader) iter.Seq2[LinkGroup, error] {
	return func(yield func(LinkGroup, error) bool) {
		in := newLines(r, "/proc/net/dev_mcast", 1022)
		if err := in.each(func(c *cursor) bool {
			var row LinkGroup
			s := strict{c, &in.texts}
			s.decimal("index", &row.Index)
			s.text("device", &row.Device)
			s.decimal("users", &row.Users)
			s.decimal("gusers", &row.Global)
			s.text("address", &row.HWAddr)
			return yield(row, in.lineError(c))
		}); err != nil {
			yield(LinkGroup{}, err)
		}
	}
}
