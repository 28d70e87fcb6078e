package procnet

import (
	"bytes"
	"io"
	"iter"
	"net/netip"
)

// LocalAddrs reads /proc/net/fib_trie, the tree of IPv4 routes, for the addresses
// of this machine: those with a route of type LOCAL and 32 bits, loopback's among
// them. Each comes once for every table that has it. A line that is no part of such
// a route is no error: the file is made for eyes.
func LocalAddrs(r io.Reader) iter.Seq2[netip.Addr, error] {
	return func(yield func(netip.Addr, error) bool) {
		in := newLines(r, "/proc/net/fib_trie", 1022)
		var leaf netip.Addr // the address that the lines below belong to
		for {
			line, ok := in.next()
			if !ok {
				break
			}
			c := cursor{line: line}
			word, _ := c.text()
			switch {
			case string(word) == "|--":
				s := strict{&c, &in.texts}
				leaf = netip.Addr{}
				s.inet("leaf", &leaf)
			case string(word) == "/32" && bytes.HasSuffix(trimSpace(c.rest()), []byte("LOCAL")) && leaf.IsValid():
				if !yield(leaf, nil) {
					return
				}
			}
		}
		if err := in.failure(); err != nil {
			yield(netip.Addr{}, err)
		}
	}
}
