package arp

import (
	"classicnet/internal/netaddr"
	"classicnet/internal/out"
	"classicnet/ioctl"
)

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
	b = fit(r.Flags.Append(b), len(b), flagsWidth)
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

// is tells whether an entry has a flag.
func (r *row) is(f ioctl.ARPFlags) bool { return r.Flags&f != 0 }

// mask is the netmask of an entry for a net, which kernels before 2.2 had.
func (r *row) mask() string {
	if r.is(ioctl.ARPHasNetmask) {
		return r.Mask
	}
	return ""
}

// flagWords are in the order of the table. The words are those of the style of
// BSD; a quiet style has no more than busybox knows.
var flagWords = [...]struct {
	flag  ioctl.ARPFlags
	word  string // "" for none; that of ARPPublish is the style's
	quiet bool   // quiet styles have the word, too
}{
	{ioctl.ARPComplete, "", true},
	{ioctl.ARPPermanent, "PERM", true},
	{ioctl.ARPPublish, "PUB", true},
	{atfMagic, "AUTO", false},
	{ioctl.ARPDontPublish, "DONTPUB", false},
	{ioctl.ARPTrailers, "TRAIL", true},
}
