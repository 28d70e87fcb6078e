// Package linktype is the table of link types: what the kernel calls by an
// ARPHRD_ number, ifconfig's listing by a title and its `hw` and arp's -H by a
// keyword. Whoever adds a link type adds a row.
package linktype

import "iter"

// Type is one link type as one set of tools knows it. The rows are shared by
// all callers, who only read them.
type Type struct {
	// ARPHRD is the number in <net/if_arp.h>, as SIOCGIFHWADDR tells it.
	ARPHRD uint16
	// Keyword is the class that `hw` and -H take and that net-tools 2.10 shows;
	// "" is a type that can't be named.
	Keyword string
	// Title is what stands behind `Link encap:`.
	Title string
	// Append appends the text of an address of this type, which may be empty;
	// bytes beyond addr are zero. It is nil where listings show no address.
	Append func(b, addr []byte) []byte
	// Parse reads the address that `hw` sets and returns the bytes for sa_data,
	// at most 14. Any error means that the text is no such address. It is nil
	// where there is no handler to set one.
	Parse func(text string) ([]byte, error)
	// ARP tells whether arp takes the type.
	ARP bool
	// Compressed tells whether the counters of compressed packets are shown.
	Compressed bool
	// Overreads tells that the address has more bytes than the tools keep of
	// one, so that their printer reads on behind it. Where all it finds is
	// zeros no address is shown.
	Overreads bool
	// Keepalive tells whether the device has the timers of SIOCGKEEPALIVE and
	// SIOCGOUTFILL.
	Keepalive bool

	in Set // who knows it in this form
}

// Set is the link types of one program. Programs don't know the same ones, and
// they write some addresses differently.
type Set uint8

// The sets.
const (
	Classic     Set = 1 << iota // net-tools 1.60 as Debian and Ubuntu had it
	NetTools160                 // as released: Ethernet addresses in upper case
	RedHat                      // NetTools160 with InfiniBand
	NetTools210                 // net-tools 2.10: no token ring, but Ash and EUI-64
	Busybox                     // busybox: few titles, all else UNSPEC
)

// ByNumber returns the type of an ARPHRD number. One that the set doesn't know
// is UNSPEC, whose own number is not the one asked for.
//
//go:noinline
func (s Set) ByNumber(arphrd uint16) *Type {
	for i := range table {
		if t := &table[i]; t.in&s != 0 && t.ARPHRD == arphrd {
			return t
		}
	}
	return &unspec
}

// ByKeyword returns the type of that exact keyword, nil if there is none. `tr`
// is the older of the two token rings.
func (s Set) ByKeyword(word string) *Type {
	for t := range s.All() {
		if t.Keyword == word {
			return t
		}
	}
	if word == unspec.Keyword {
		return &unspec
	}
	return nil
}

// All yields the types that have a keyword, in the order in which usage texts
// list them. `tr` comes twice; UNSPEC, which is no type of its own, doesn't
// come.
func (s Set) All() iter.Seq[*Type] {
	return func(yield func(*Type) bool) {
		for i := range table {
			t := &table[i]
			if t.in&s != 0 && t.Keyword != "" && !yield(t) {
				return
			}
		}
	}
}
