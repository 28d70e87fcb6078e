package arp

import (
	"net/netip"

	"classicnet/internal/frame"
	"classicnet/ioctl"
	"classicnet/netflag"
)

// request is an entry that is to be made or deleted.
type request struct {
	host  string // as it was given
	entry ioctl.ARPEntry
	// What the words said about answering for the host: nothing, that it is
	// done, that it isn't, or both.
	published, private bool
}

// keyword is a word behind the addresses of an entry.
type keyword struct {
	word    string
	value   string // what follows it, "" for nothing
	on, off ioctl.ARPFlags
	take    func(c *command, r *request, value string) error
}

// atfMagic marks entries that a daemon made, ATF_MAGIC of <net/if_arp.h>.
const atfMagic = netflag.ARPMagic

var keywords = [...]keyword{
	{word: "temp", off: ioctl.ARPPermanent},
	{word: "pub", on: ioctl.ARPPublish, take: (*command).takePublished},
	{word: "priv", off: ioctl.ARPPublish, take: (*command).takePrivate},
	{word: "dev", value: "IF", take: (*command).takeDevice},
	{word: "netmask", value: "MASK", take: (*command).takeNetmask},
	{word: "trail", on: ioctl.ARPTrailers},
	{word: "dontpub", on: ioctl.ARPDontPublish},
	{word: "auto", on: atfMagic},
}

func (k *keyword) usage() string {
	if k.value == "" {
		return k.word
	}
	return k.word + " " + k.value
}

// findKeyword returns the keyword of that very word, nil if there is none.
func findKeyword(word string) *keyword {
	for i := range keywords {
		if keywords[i].word == word {
			return &keywords[i]
		}
	}
	return nil
}

// words carries out the words behind the addresses. told is called with each
// keyword.
func (c *command) words(r *request, words []string, told func(word string)) error {
	for len(words) > 0 {
		told(words[0])
		word, k := words[0], findKeyword(words[0])
		words = words[1:]
		switch {
		case k == nil:
			return frame.Misused("arp: " + word + ": no such word")
		case k.value != "" && len(words) == 0:
			return frame.Misused("arp: " + word + " needs a value")
		}
		r.entry.Flags = (r.entry.Flags | k.on) &^ k.off
		value := ""
		if k.value != "" {
			value, words = words[0], words[1:]
		}
		if k.take == nil {
			continue
		}
		if err := k.take(c, r, value); err != nil {
			return err
		}
	}
	return nil
}

func (c *command) takePublished(r *request, _ string) error { r.published = true; return nil }
func (c *command) takePrivate(r *request, _ string) error   { r.private = true; return nil }

// takeDevice is -i: in a file it counts for the lines that follow, too.
func (c *command) takeDevice(r *request, name string) error {
	c.options.Device = cutDevice(name)
	r.entry.Device = c.options.Device
	return nil
}

// hostMask is the netmask that stands for no netmask.
const hostMask = "255.255.255.255"

func (c *command) takeNetmask(r *request, mask string) (err error) {
	if mask == hostMask {
		return nil
	}
	r.entry.Flags |= ioctl.ARPHasNetmask
	r.entry.Netmask, err = c.resolve(mask)
	return err
}

// resolve returns the address of a host or network.
func (c *command) resolve(name string) (netip.Addr, error) {
	a, _, ok := c.Names.Inet(name, false)
	if !ok {
		return a, frame.Failed(c.Names.Failure(name))
	}
	return a, nil
}

// request starts with the host, the first of the operands.
func (c *command) request(operands []string, flags ioctl.ARPFlags) (*request, error) {
	if len(operands) == 0 {
		return nil, frame.Failed("arp: need host name")
	}
	a, err := c.resolve(operands[0])
	return &request{
		host:  operands[0],
		entry: ioctl.ARPEntry{Addr: a, Flags: flags, Device: c.options.Device},
	}, err
}
