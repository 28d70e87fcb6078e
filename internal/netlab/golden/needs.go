package golden

import (
	"slices"
	"strings"

	"classicnet/internal/netlab"
)

// needs is what a case can't do without: without it its situation can't be made.
func (c *Case) needs() []string {
	needs := []string{"ip", "sysctl"}
	for _, n := range []struct{ word, need string }{
		{"tc", "tc"},
		{"$PEERNS", netlab.Veth},
		{"nsenter", "nsenter"},
		{"mktun", netlab.Tun},
		{"bridge", netlab.Bridge},
		{"ifb", netlab.Ifb},
		{"macvlan", netlab.Macvlan},
		{"vxlan", netlab.Vxlan},
	} {
		if slices.Contains(strings.Fields(c.Setup), n.word) {
			needs = append(needs, n.need)
		}
	}
	for _, n := range []struct{ text, need string }{
		{"brctl", netlab.Bridge},
		{"tunctl", netlab.Tun},
		{"tunctl -u 1000", netlab.OtherUser}, // a device can be that of a user of the namespace alone
	} {
		if slices.ContainsFunc(c.Steps, func(s Step) bool { return strings.Contains(s.Line, n.text) }) {
			needs = append(needs, n.need)
		}
	}
	return needs
}

// need is what one step needs for its recorded result; "" is nothing special.
func (s Step) need() string {
	for _, n := range []struct {
		command, word, need string
	}{
		{"setpriv", "--reuid", netlab.OtherUser},
		{"ifconfig", "txqueuelen", netlab.TxQueueLen},
		{"ifconfig", "irq", netlab.Map},
		{"ifconfig", "io_addr", netlab.Map},
		{"ifconfig", "mem_start", netlab.Map},
		{"ifconfig", "media", netlab.Map},
		{"ifconfig", "port", netlab.Map},
	} {
		if s.Args[0] == n.command && slices.Contains(s.Args, n.word) {
			return n.need
		}
	}
	return ""
}
