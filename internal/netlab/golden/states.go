package golden

import (
	"net/netip"
	"slices"
	"strings"
)

// otherState is what a kernel's state has, whatever program asks, and that of the
// transcripts, 6.18, has not. It is left out of what is compared: these lines and
// nothing else. docs/kernels.md has a row for each.
type otherState struct {
	why string
	// extra tells whether a line is one, in a state of these addresses.
	extra func(line string, of []address) bool
}

func otherStates() []otherState {
	return []otherState{
		{"an address's network is a broadcast address too (seen in 5.10)", networkBroadcast},
	}
}

// address is an IPv4 address in a state, with what is broadcast to.
type address struct {
	device, local, broadcast string
	network                  string // that of its peer, if it has one
}

// ofTranscripts is a state without what only other kernels have.
func ofTranscripts(state string) string {
	addresses := addressesOf(state)
	var kept strings.Builder
	for line := range strings.Lines(state) {
		if !slices.ContainsFunc(otherStates(), func(o otherState) bool { return o.extra(line, addresses) }) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// networkBroadcast is the broadcast address that the kernel makes of the network of
// an address: not one that an address was given.
func networkBroadcast(line string, of []address) bool {
	made := func(a address) bool { return line == a.broadcasts(a.network) }
	given := func(a address) bool { return line == a.broadcasts(a.broadcast) }
	return slices.ContainsFunc(of, made) && !slices.ContainsFunc(of, given)
}

// broadcasts is the line of a broadcast address that comes with an address.
func (a address) broadcasts(to string) string {
	return "route local broadcast " + to + " dev " + a.device + " protocol kernel scope link prefsrc " + a.local + "\n"
}

// addressesOf reads the IPv4 addresses of a state: lines behind that of their link.
func addressesOf(state string) (list []address) {
	device := ""
	for line := range strings.Lines(state) {
		w := strings.Fields(line)
		switch {
		case len(w) > 1 && w[0] == "link":
			device = w[1]
		case len(w) > 1 && w[0] == "inet":
			list = append(list, addressOf(device, w[1], w[2:]))
		}
	}
	return list
}

// addressOf reads the words behind `inet`; a network is left empty where none can be
// read.
func addressOf(device, local string, words []string) address {
	a := address{device: device}
	var bits string
	a.local, bits, _ = strings.Cut(local, "/")
	remote := a.local
	for i := 0; i+1 < len(words); i++ {
		switch words[i] {
		case "peer":
			remote = words[i+1]
		case "broadcast":
			a.broadcast = words[i+1]
		}
	}
	if p, err := netip.ParsePrefix(remote + "/" + bits); err == nil {
		a.network = p.Masked().Addr().String()
	}
	return a
}
