package arp

import (
	"classicnet/internal/dialect"
	"classicnet/internal/linktype"
	"classicnet/internal/netaddr"
	"classicnet/internal/out"
	"classicnet/ioctl"
)

// style is what tells the listing of one release from another's.
type style struct {
	types linktype.Set
	// proxy is shown for the address of an entry that is answered for, with the
	// address of the interface that was asked by.
	proxy     string
	published string // the word for such entries in the style of BSD
	// noMatch and noMatchEnd stand around the number of entries where none was
	// selected.
	noMatch, noMatchEnd string
	// quiet styles have no columns and no summary, and a blank for the words
	// that an entry doesn't have.
	quiet bool
}

// styles are by the release, as the tables of route are.
var styles = [...]style{
	dialect.Routes2003:    {types: linktype.Classic, proxy: "<from_interface>", published: "PUB", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.Routes160:     {types: linktype.NetTools160, proxy: "*", published: "PUP", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.Routes210:     {types: linktype.NetTools210, proxy: "<from_interface>", published: "PUB", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.RoutesBusybox: {types: linktype.Busybox, proxy: "*", published: "PUP", noMatch: "No match found in ", noMatchEnd: " entries\n", quiet: true},
}

func styleOf(d *dialect.Dialect) *style { return &styles[d.Routes] }

// text is a style in one of its two forms.
type text struct {
	*style
	titles string
	append func(b []byte, r *row) []byte
}

// The columns of the table. What is longer than a column is cut, but for the
// interface's name.
const (
	tableTitles = "Address                  HWtype  HWaddress           Flags Mask            Iface\n"
	hostWidth   = 23
	typeWidth   = 8
	hwWidth     = 20
	flagsWidth  = 6
	maskWidth   = 15
)

func (s *style) text(bsd bool) *text {
	if bsd || s.quiet {
		return &text{style: s, append: s.appendBSD}
	}
	return &text{style: s, titles: tableTitles, append: s.appendColumns}
}

// appendColumns appends a line of the table.
func (s *style) appendColumns(b []byte, r *row) []byte {
	kind, hw := s.address(r)
	b = append(fit(r.appendHost(b), len(b), hostWidth), "  "...)
	b = fit(append(b, kind...), len(b), typeWidth)
	b = fit(append(b, hw...), len(b), hwWidth)
	b = fit(appendFlags(b, r.Flags), len(b), flagsWidth)
	b = append(fit(append(b, r.mask()...), len(b), maskWidth), ' ')
	return append(append(b, r.Device...), '\n')
}

// fit makes what was appended since start as wide as a column.
func fit(b []byte, start, width int) []byte {
	return out.PadRight(b[:min(len(b), start+width)], start, width)
}

// appendHost appends the name of an entry, or its address where it has none.
func (r *row) appendHost(b []byte) []byte {
	if r.name != "" {
		return append(b, r.name...)
	}
	return netaddr.Append4(b, r.IP)
}

// address is the hardware type and address to show for an entry.
func (s *style) address(r *row) (kind, hw string) {
	switch {
	case r.is(ioctl.ARPComplete):
		return s.typeName(r.Type), r.HWAddr
	case r.is(ioctl.ARPPublish):
		return "*", s.proxy
	}
	return "", "(incomplete)"
}

// typeName is the keyword of a type. One without is shown as Ethernet, which it
// was in the days of ARP.
func (s *style) typeName(arphrd uint32) string {
	if t := s.types.ByNumber(uint16(arphrd)); t.ARPHRD == uint16(arphrd) && arphrd <= 0xffff {
		return t.Keyword
	}
	return "ether"
}

// is tells whether an entry has a flag.
func (r *row) is(f ioctl.ARPFlags) bool { return ioctl.ARPFlags(r.Flags)&f != 0 }

// mask is the netmask of an entry for a net, which kernels before 2.2 had.
func (r *row) mask() string {
	if r.is(ioctl.ARPHasNetmask) {
		return r.Mask
	}
	return ""
}

// flagWords are in the order of the table. The words are those of the style of BSD.
var flagWords = [...]struct {
	flag   ioctl.ARPFlags
	letter byte
	word   string // "" for none; that of ARPPublish is the style's
}{
	{ioctl.ARPComplete, 'C', ""},
	{ioctl.ARPPermanent, 'M', "PERM"},
	{ioctl.ARPPublish, 'P', "PUB"},
	{ioctl.ARPTrailers, 'T', "TRAIL"},
}

func appendFlags(b []byte, set uint32) []byte {
	for i := range flagWords {
		if set&uint32(flagWords[i].flag) != 0 {
			b = append(b, flagWords[i].letter)
		}
	}
	return b
}

// appendBSD appends a line in the style of BSD.
func (s *style) appendBSD(b []byte, r *row) []byte {
	name := r.name
	if name == "" {
		name = "?"
	}
	b = append(append(b, name...), " ("...)
	b = append(netaddr.Append4(b, r.IP), ") at "...)
	switch {
	case r.is(ioctl.ARPComplete):
		b = append(append(b, r.HWAddr...), " ["...)
		b = append(append(b, s.typeName(r.Type)...), "] "...)
	case r.is(ioctl.ARPPublish):
		b = append(append(b, s.proxy...), ' ')
	default:
		b = append(b, "<incomplete> "...)
	}
	if mask := r.mask(); mask != "" {
		b = append(append(append(b, "netmask "...), mask...), ' ')
	}
	b = append(s.appendWords(b, r), "on "...)
	return append(append(b, r.Device...), '\n')
}

func (s *style) appendWords(b []byte, r *row) []byte {
	start := len(b)
	for i := range flagWords {
		word := flagWords[i].word
		if word == "" || !r.is(flagWords[i].flag) {
			continue
		}
		if flagWords[i].flag == ioctl.ARPPublish {
			word = s.published
		}
		b = append(append(b, word...), ' ')
	}
	if len(b) == start && s.quiet {
		b = append(b, ' ')
	}
	return b
}
