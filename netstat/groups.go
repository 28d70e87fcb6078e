package netstat

import (
	"io"
	"strconv"

	"classicnet/internal/out"
	"classicnet/internal/resolve"
	"classicnet/procnet"
)

func groupTitle(l *listing) {
	if l.json != nil {
		return
	}
	l.Out.WriteString("IPv6/IPv4 Group Memberships\n" + //nolint:errcheck // Close tells
		"Interface       RefCnt Group\n" +
		"--------------- ------ ---------------------\n")
}

func listGroups(l *listing, f io.Reader) error { return l.groups(f, "igmp", "ipv4") }

func listGroups6(l *listing, f io.Reader) error { return l.groups(f, "igmp6", "ipv6") }

// groups lists a file of groups.
func (l *listing) groups(f io.Reader, kind, network string) error {
	rows := procnet.Groups(f)
	if network == "ipv6" {
		rows = procnet.Groups6(f)
	}
	if l.naming.looks() {
		rows = resolve.Ahead(rows, resolve.ListingAhead, func(g *procnet.Group, err error) {
			if err == nil {
				l.naming.askHost(g.Addr)
			}
		})
	}
	bogus := func(e *procnet.LineError) {
		l.Out.Errorf("warning, got bogus %s line %s.\n", kind, strconv.Itoa(e.Line-1))
	}
	w := walk{listing: l, bogus: bogus}
	rows(func(g procnet.Group, err error) bool {
		switch {
		case !w.takes(err):
			return w.more()
		case l.json != nil:
			return w.put(l.json.group(w.line(), &g, network))
		}
		return w.put(l.appendGroup(w.line(), &g))
	})
	return w.ended
}

func (l *listing) appendGroup(b []byte, g *procnet.Group) []byte {
	b = out.AppendLeft(b, g.Device, 15)
	b = out.AppendLeftInt(append(b, ' '), int64(g.Users), 6)
	return append(l.naming.appendAddr(append(b, ' '), g.Addr), '\n')
}
