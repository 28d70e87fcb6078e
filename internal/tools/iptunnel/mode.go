package iptunnel

import (
	"strings"

	"golang.org/x/sys/unix"
)

// room is what the kernel takes of a name.
const room = unix.IFNAMSIZ - 1

// mode is a kind of tunnels.
type mode struct {
	word     string // on the command line, and what a name of the kind begins with
	shown    string // in a listing
	base     string // the device that the kind begins with
	protocol uint8  // of the outer header
	arphrd   uint16 // the link type of its tunnels
}

var modes = [...]mode{
	{"gre", "gre", "gre0", unix.IPPROTO_GRE, unix.ARPHRD_IPGRE},
	{"ipip", "ip", "tunl0", unix.IPPROTO_IPIP, unix.ARPHRD_TUNNEL},
	{"sit", "ipv6", "sit0", unix.IPPROTO_IPV6, unix.ARPHRD_SIT},
}

func find(is func(*mode) bool) *mode {
	for i := range modes {
		if is(&modes[i]) {
			return &modes[i]
		}
	}
	return nil
}

func modeOfWord(word string) *mode { return find(func(m *mode) bool { return m.word == word }) }

func modeOfName(name string) *mode {
	return find(func(m *mode) bool { return strings.HasPrefix(name, m.word) })
}

func modeOfType(arphrd uint16) *mode { return find(func(m *mode) bool { return m.arphrd == arphrd }) }

// shownMode is what a listing calls a protocol.
func shownMode(protocol uint8) string {
	if m := find(func(m *mode) bool { return m.protocol == protocol }); m != nil {
		return m.shown
	}
	return "unknown"
}
