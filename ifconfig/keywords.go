package ifconfig

import "classicnet/ioctl"

// keyword is a row of the command language: the parser, the usage text, shell
// completion and the check of the man page all read it here.
type keyword struct {
	word string
	// value is what follows the word, "" for nothing, in brackets where it may
	// be left out.
	value string
	about string
	// parse reads the value and returns the step; nil for a change of flags.
	parse func(p *parser, word string) (step, error)
	// flags is the change of a word without parse.
	flags flagChange
}

// flagChange is what a word does to an interface's flags.
type flagChange struct {
	set, clear ioctl.Flags
	// still is the mode that is tested for afterwards, "" for none.
	still string
}

// keywords are in the order of the usage text.
var keywords = [...]keyword{
	{word: "up", about: "activate the interface", flags: flagChange{set: ioctl.FlagUp | ioctl.FlagRunning}},
	{word: "down", about: "shut the interface down; of an alias, delete it", flags: flagChange{clear: ioctl.FlagUp}},
	{word: "netmask", value: "ADDRESS", about: "set the netmask", parse: parseNetmask},
	{word: "broadcast", value: "[ADDRESS]", about: "set the broadcast address and flag", parse: parseBroadcast},
	{word: "-broadcast", about: "clear the broadcast flag", flags: flagChange{clear: ioctl.FlagBroadcast, still: "BROADCAST"}},
	{word: "pointopoint", value: "[ADDRESS]", about: "set the peer's address and the point-to-point flag", parse: parsePointopoint},
	{word: "-pointopoint", about: "clear the point-to-point flag", flags: clearPointToPoint},
	{word: "pointtopoint", value: "[ADDRESS]", about: "same as pointopoint", parse: parsePointopoint},
	{word: "-pointtopoint", about: "same as -pointopoint", flags: clearPointToPoint},
	{word: "dstaddr", value: "ADDRESS", about: "set the peer's address only", parse: parseDstaddr},
	{word: "add", value: "ADDRESS[/PREFIX]", about: "add an IPv6 address, or an alias with an IPv4 address", parse: parseAdd},
	{word: "del", value: "ADDRESS[/PREFIX]", about: "remove such an address", parse: parseDel},
	{word: "tunnel", value: "ADDRESS[/PREFIX]", about: "make an IPv6-in-IPv4 tunnel", parse: parseTunnel},
	{word: "hw", value: "CLASS ADDRESS", about: "set the hardware address", parse: parseHw},
	{word: "mtu", value: "NUMBER", about: "set the maximum transfer unit, in bytes", parse: parseAtoi},
	{word: "metric", value: "NUMBER", about: "set the metric", parse: parseAtoi},
	{word: "txqueuelen", value: "NUMBER", about: "set the length of the transmit queue, in packets", parse: parseStrtoul},
	{word: "arp", about: "use ARP", flags: flagChange{clear: ioctl.FlagNoARP}},
	{word: "-arp", about: "don't use ARP", flags: flagChange{set: ioctl.FlagNoARP}},
	{word: "promisc", about: "receive all packets", flags: flagChange{set: ioctl.FlagPromisc}},
	{word: "-promisc", about: "don't", flags: flagChange{clear: ioctl.FlagPromisc, still: "promisc"}},
	{word: "multicast", about: "set the multicast flag", flags: flagChange{set: ioctl.FlagMulticast}},
	{word: "-multicast", about: "clear it", flags: flagChange{clear: ioctl.FlagMulticast, still: "MULTICAST"}},
	{word: "allmulti", about: "receive all multicast packets", flags: flagChange{set: ioctl.FlagAllMulti}},
	{word: "-allmulti", about: "don't", flags: flagChange{clear: ioctl.FlagAllMulti, still: "ALLMULTI"}},
	{word: "dynamic", about: "set the dynamic flag", flags: flagChange{set: ioctl.FlagDynamic}},
	{word: "-dynamic", about: "clear it", flags: flagChange{clear: ioctl.FlagDynamic, still: "DYNAMIC"}},
	{word: "trailers", about: "clear the notrailers flag", flags: flagChange{clear: ioctl.FlagNoTrailers}},
	{word: "-trailers", about: "set it", flags: flagChange{set: ioctl.FlagNoTrailers}},
	{word: "media", value: "TYPE", about: "choose the connector", parse: parseMedia},
	{word: "port", value: "TYPE", about: "same as media", parse: parseMedia},
	{word: "mem_start", value: "NUMBER", about: "set where the card's memory starts", parse: parseStrtoul},
	{word: "io_addr", value: "NUMBER", about: "set the card's I/O port", parse: parseStrtol},
	{word: "irq", value: "NUMBER", about: "set the card's interrupt line", parse: parseAtoi},
	{word: "keepalive", value: "NUMBER", about: "set the keepalive time of a SLIP line, in seconds", parse: parseAtoi},
	{word: "outfill", value: "NUMBER", about: "set the outfill time of a SLIP line, in seconds", parse: parseAtoi},
	{word: "name", value: "NEWNAME", about: "rename the interface", parse: parseName},
}

var clearPointToPoint = flagChange{clear: ioctl.FlagPointToPoint, still: "POINTOPOINT"}

// keywordOf finds a word's row; nil if it is an address.
func keywordOf(word string) *keyword {
	for i := range keywords {
		if keywords[i].word == word {
			return &keywords[i]
		}
	}
	return nil
}
