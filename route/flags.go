package route

import (
	"golang.org/x/sys/unix"

	"classicnet/netflag"
)

// flagLetter is a bit of a route's flags and what shows it.
type flagLetter struct {
	bit    uint32
	letter string
}

// appendFlags appends the letters of the bits that are set, in table order.
//
//go:noinline
func appendFlags[F ~uint32](b []byte, letters []flagLetter, flags F) []byte {
	for i := range letters {
		if l := &letters[i]; uint32(flags)&l.bit != 0 {
			b = append(b, l.letter...)
		}
	}
	return b
}

// rejected takes bits away from the flags of a reject route: its '!' replaces
// the letters before it in all IPv4 listings.
func rejected(flags, bits netflag.Route) netflag.Route {
	if flags&unix.RTF_REJECT != 0 {
		flags &^= bits
	}
	return flags
}

// rtfExpires is of <linux/ipv6_route.h>; x/sys lacks it.
const rtfExpires = uint32(netflag.RouteExpires)

// busyboxLetters are those of busybox, in which `!` takes the first place.
var busyboxLetters = []flagLetter{
	{bit: unix.RTF_GATEWAY, letter: "G"},
	{bit: unix.RTF_HOST, letter: "H"},
	{bit: unix.RTF_REINSTATE, letter: "R"},
	{bit: unix.RTF_DYNAMIC, letter: "D"},
	{bit: unix.RTF_MODIFIED, letter: "M"},
}

// inet6Letters160 are the flags of net-tools 1.60's IPv6 table.
var inet6Letters160 = []flagLetter{
	{bit: unix.RTF_UP, letter: "U"},
	{bit: unix.RTF_GATEWAY, letter: "G"},
	{bit: unix.RTF_HOST, letter: "H"},
	{bit: unix.RTF_DEFAULT, letter: "D"},
	{bit: unix.RTF_ADDRCONF, letter: "A"},
	{bit: unix.RTF_CACHE, letter: "C"},
}

// inet6LettersBusybox are the flags of busybox's.
var inet6LettersBusybox = []flagLetter{
	{bit: unix.RTF_UP, letter: "U"},
	{bit: unix.RTF_GATEWAY, letter: "G"},
	{bit: unix.RTF_HOST, letter: "H"},
	{bit: unix.RTF_DEFAULT, letter: "D"},
	{bit: unix.RTF_ADDRCONF, letter: "A"},
	{bit: unix.RTF_CACHE, letter: "C"},
	{bit: unix.RTF_REJECT, letter: "!"},
	{bit: unix.RTF_NONEXTHOP, letter: "n"},
}

// inet6Letters are the flags of the IPv6 table.
var inet6Letters = []flagLetter{
	{bit: unix.RTF_UP, letter: "U"},
	{bit: unix.RTF_REJECT, letter: "!"},
	{bit: unix.RTF_GATEWAY, letter: "G"},
	{bit: unix.RTF_HOST, letter: "H"},
	{bit: unix.RTF_DEFAULT, letter: "D"},
	{bit: unix.RTF_ADDRCONF, letter: "A"},
	{bit: unix.RTF_CACHE, letter: "C"},
	{bit: unix.RTF_ALLONLINK, letter: "a"},
	{bit: rtfExpires, letter: "e"},
	{bit: unix.RTF_MODIFIED, letter: "m"},
	{bit: unix.RTF_NONEXTHOP, letter: "n"},
	{bit: unix.RTF_FLOW, letter: "f"},
}

// The flags of the IPv4 cache start with those of the routing table in kernel
// 2.0's layout, and with those of a routing message since 2.2.
var (
	cacheLetters20 = []flagLetter{
		{bit: unix.RTF_UP, letter: "U"},
		{bit: unix.RTF_HOST, letter: "H"},
		{bit: unix.RTF_GATEWAY, letter: "G"},
		{bit: unix.RTF_REJECT, letter: "!"},
		{bit: unix.RTF_REINSTATE, letter: "R"},
		{bit: unix.RTF_DYNAMIC, letter: "D"},
		{bit: unix.RTF_MODIFIED, letter: "M"},
	}
	cacheLetters22 = []flagLetter{
		{bit: unix.RTF_GATEWAY, letter: "G"},
		{bit: unix.RTF_REJECT, letter: "!"},
		{bit: unix.RTF_REINSTATE, letter: "R"},
		{bit: unix.RTF_DYNAMIC, letter: "D"},
		{bit: unix.RTF_MODIFIED, letter: "M"},
		{bit: unix.RTNH_F_DEAD, letter: "-"},
		{bit: unix.RTNH_F_ONLINK, letter: "o"},
	}
)

// cacheLetters go on in both: RTCF_ of <linux/in_route.h>.
var cacheLetters = []flagLetter{
	{bit: 0x00010000, letter: "n"},
	{bit: 0x00020000, letter: "d"},
	{bit: 0x00080000, letter: "t"},
	{bit: 0x00200000, letter: "f"},
	{bit: 0x00400000, letter: "q"},
	{bit: 0x00800000, letter: "Ns"},
	{bit: 0x01000000, letter: "r"},
	{bit: 0x04000000, letter: "i"},
	{bit: 0x08000000, letter: "Nd"},
	{bit: 0x10000000, letter: "b"},
	{bit: 0x20000000, letter: "m"},
	{bit: 0x40000000, letter: "#"},
	{bit: 0x80000000, letter: "l"},
}

// neighbourLetters are the flags of the IPv6 neighbour cache, NTF_ of
// <linux/neighbour.h> and how far the hardware header is cached.
var neighbourLetters = []flagLetter{
	{bit: 0x80, letter: "R"},
	{bit: 0x04, letter: "x"},
	{bit: 0x02, letter: "h"},
	{bit: 0x08, letter: "P"},
}
