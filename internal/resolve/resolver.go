// Package resolve turns names into addresses and back as the C library does
// for the classic tools: by /etc/hosts, /etc/networks and DNS, in the order of
// /etc/nsswitch.conf, with the reason for a failure as one variable that the
// next message reads.
package resolve

import (
	"io"
	"sync"

	"classicnet/tool"
)

// Resolver looks up names of hosts and networks, and what else the databases in
// /etc name. It opens no file before a look-up needs it, and reads a long one in
// one pass for all that was announced by then, without keeping it. HostName,
// NetworkName and the look-ups of numbers may be called side by side; Inet and
// Inet6, which set the reason, may not.
type Resolver struct {
	open  func(path string) (io.ReadCloser, error)
	dns   tool.DNS
	last  Reason
	order func() order // of the sources, read at the first call
	books [bookCount]book
	self  machine
}

// New returns a resolver that opens the files in /etc by open and asks dns for
// what they don't hold. A nil dns answers nothing: each question fails as with
// a server that is down.
func New(open func(path string) (io.ReadCloser, error), dns tool.DNS) *Resolver {
	r := &Resolver{open: open, dns: dns}
	r.order = sync.OnceValue(r.readOrder)
	r.self.open, r.self.dns = open, dns
	for i := range books {
		r.books[i].path, r.books[i].line, r.books[i].open = books[i].path, books[i].line, open
	}
	return r
}

// Last is h_errno as it stands: the reason that the last look-up left behind,
// NoError before any. Texts that need no look-up leave it alone.
func (r *Resolver) Last() Reason { return r.last }

// Failure is the message for a text that has no address: "TEXT: REASON", or
// the reason alone for an empty text.
//
//go:noinline
func (r *Resolver) Failure(text string) string {
	if text == "" {
		return r.last.String()
	}
	return text + ": " + r.last.String()
}
