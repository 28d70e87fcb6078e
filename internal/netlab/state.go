package netlab

import (
	"cmp"
	"slices"
	"strings"
)

// State is what the kernel says of links, addresses and routes, one line each,
// in a fixed order and without what varies from run to run. The lab is settled
// first. The text is that of the golden transcripts.
func (l *Lab) State() string {
	l.t.Helper()
	print := l.must(request{Op: opPrint}).Text
	if print != l.print {
		l.state, l.print = l.readState(), print
	}
	return l.state
}

func (l *Lab) readState() string {
	l.t.Helper()
	lines := linkLines(l.ip("addr", "show"))
	lines = append(lines, routeLines("route", l.ip("-4", "route", "show", "table", "all"))...)
	six := routeLines("route6", l.ip("-6", "route", "show", "table", "all"))
	slices.Sort(six)
	lines = append(lines, six...)
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	return strings.Join(lines, "\n") + "\n"
}

// ip is what `ip -json` prints: nothing counts as an empty list, as for the
// routes of an address family that is switched off.
func (l *Lab) ip(args ...string) []object {
	l.t.Helper()
	r := l.Run(append([]string{"ip", "-json"}, args...)...)
	list, err := decodeObjects(r.Stdout)
	if err != nil {
		l.t.Fatalf("netlab: ip -json %s: %v, exit %s\n%s%s", strings.Join(args, " "), err, r.Exit, r.Stdout, r.Stderr)
	}
	return list
}

// linkLines are the links by name, each with its addresses: IPv4 in the
// kernel's order, IPv6 sorted, as there the kernel's order varies.
func linkLines(links []object) []string {
	slices.SortStableFunc(links, func(a, b object) int {
		return cmp.Compare(a.text("ifname"), b.text("ifname"))
	})
	var lines []string
	for _, l := range links {
		lines = append(lines, linkLine(l))
		four, six := splitFamilies(l.list("addr_info"))
		for _, a := range append(four, six...) {
			lines = append(lines, addressLine(a))
		}
	}
	return lines
}

func linkLine(l object) string {
	w := words{"link", l.text("ifname"), cmp.Or(l.text("link_type"), "?")}
	// M-DOWN comes and goes with the other end of a veth pair
	flags := slices.DeleteFunc(l.strings("flags"), func(f string) bool { return f == "M-DOWN" })
	w = append(w, "<"+strings.Join(flags, ",")+">", "mtu", l.text("mtu"))
	w.named("qlen", l, "txqlen")
	w.fields(l, "address", "broadcast")
	return w.String()
}

func splitFamilies(addresses []object) (four, six []object) {
	for _, a := range addresses {
		switch {
		case len(a) == 0:
		case a.text("family") == "inet6":
			six = append(six, a)
		default:
			four = append(four, a)
		}
	}
	slices.SortStableFunc(six, func(a, b object) int {
		return cmp.Or(cmp.Compare(a.text("local"), b.text("local")),
			cmp.Compare(a.number("prefixlen"), b.number("prefixlen")))
	})
	return four, six
}

func addressLine(a object) string {
	w := words{"  " + a.text("family"), a.text("local") + "/" + a.text("prefixlen")}
	w.named("peer", a, "address")
	w.fields(a, "broadcast")
	w = append(w, "scope", a.text("scope"))
	w.fields(a, "label", "metric")
	for _, k := range []string{"secondary", "temporary", "noprefixroute", "deprecated", "nodad"} {
		if a.text(k) == "true" {
			w = append(w, k)
		}
	}
	return w.String()
}

func routeLines(word string, routes []object) []string {
	var lines []string
	for _, r := range routes {
		w := words{word, cmp.Or(r.text("table"), "main"), cmp.Or(r.text("type"), "unicast"), r.text("dst")}
		w.fields(r, "src", "gateway", "via", "dev", "protocol", "scope", "prefsrc", "metric", "tos")
		for _, m := range r.list("metrics") {
			w.fields(m, m.keys()...)
		}
		flags := slices.DeleteFunc(r.strings("flags"), func(f string) bool { return f == "linkdown" })
		if len(flags) > 0 {
			w = append(w, "flags "+strings.Join(flags, ","))
		}
		lines = append(lines, w.String())
	}
	return lines
}
