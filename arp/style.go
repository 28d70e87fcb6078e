package arp

import (
	"classicnet/internal/dialect"
	"classicnet/internal/linktype"
	"classicnet/procnet"
)

// style is what tells the listing of one release from another's.
type style struct {
	types linktype.Set
	// proxy is shown for the address of an entry that is answered for, with the
	// address of the interface that was asked by.
	proxy     string
	published string // the word for such entries in the style of BSD
	// blank is shown for a hardware address that is blank in the table of the
	// kernel, and blankDevice for the device of such an entry, "" for its name.
	blank, blankDevice string
	// noMatch and noMatchEnd stand around the number of entries where none was
	// selected.
	noMatch, noMatchEnd string
	// quiet styles have no columns and no summary, and a blank for the words
	// that an entry doesn't have.
	quiet bool
}

// styles are by the release, as the tables of route are.
var styles = [...]style{
	dialect.Routes2003:    {types: linktype.Classic, blank: "*", proxy: "<from_interface>", published: "PUB", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.Routes160:     {types: linktype.NetTools160, blank: "*", proxy: "*", published: "PUP", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.Routes210:     {types: linktype.NetTools210, proxy: "<from_interface>", published: "PUB", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.RoutesGit:     {types: linktype.NetTools210, proxy: "<from_interface>", published: "PUB", noMatch: "arp: in ", noMatchEnd: " entries no match found.\n"},
	dialect.RoutesBusybox: {types: linktype.Busybox, blank: "*", blankDevice: "-", proxy: "*", published: "PUP", noMatch: "No match found in ", noMatchEnd: " entries\n", quiet: true},
}

func styleOf(d *dialect.Dialect) *style { return &styles[d.Routes] }

// noType is ARPHRD_VOID, the number of what is no type, and the first that no
// entry can have.
const noType = 0xffff

// typeName is the keyword of a type. One without is shown as Ethernet, which it
// was in the days of ARP.
func (s *style) typeName(arphrd uint32) string {
	if word := s.keywordOf(arphrd); word != "" {
		return word
	}
	return "ether"
}

// keywordOf is the keyword of a type, "" for none.
func (s *style) keywordOf(arphrd uint32) string {
	if arphrd < noType {
		t := s.types.ByNumber(uint16(arphrd))
		if t.ARPHRD == uint16(arphrd) {
			return t.Keyword
		}
	}
	return ""
}

// show makes an entry what the original has read of its line.
func (s *style) show(e *procnet.ARPEntry) {
	if e.HWAddr != "" || e.Device == "" {
		return
	}
	e.HWAddr = s.blank
	if s.blankDevice != "" {
		e.Device = s.blankDevice
	}
}
