// Package resolve turns names into addresses and back as the C library does
// for the classic tools: by /etc/hosts, /etc/networks and DNS, in the order of
// /etc/nsswitch.conf, with the reason for a failure as one variable that the
// next message reads.
package resolve

import "io"

// Resolver looks up names of hosts and networks. It opens no file before a
// look-up needs it, and each file once.
type Resolver struct {
	open func(path string) (io.ReadCloser, error)
	dns  DNS
	last Reason

	// What the files said, nil before they are read.
	sources  []source
	hosts    *hosts
	networks *networks
}

// New returns a resolver that opens the files in /etc by open and asks dns for
// what they don't hold. A nil dns answers nothing: each question fails as with
// a server that is down.
func New(open func(path string) (io.ReadCloser, error), dns DNS) *Resolver {
	return &Resolver{open: open, dns: dns}
}
