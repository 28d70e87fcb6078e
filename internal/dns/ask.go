//go:build !nodns

package dns

import (
	"context"
	"errors"

	"golang.org/x/net/dns/dnsmessage"

	"classicnet/internal/resolve"
)

// errServer is the answer of a server that can't or won't tell.
var errServer = errors.New("the server failed")

// ask puts a question to the servers in turn until one knows, and returns the
// answers in what it said. It fails with ErrNoName, errServer, or any other
// error where there was no answer.
func (s service) ask(ctx context.Context, name string, kind dnsmessage.Type) (*dnsmessage.Parser, error) {
	q := dnsmessage.Question{Type: kind, Class: dnsmessage.ClassINET}
	message, err := pack(&q, name)
	if err != nil {
		return nil, resolve.ErrNoName // too long for any
	}
	c := s.config()
	for range c.attempts {
		for _, server := range c.servers {
			e := exchange{q, message, ctx, s.dial, server, c.timeout}
			var answers *dnsmessage.Parser
			if answers, err = e.run(c.stream); err == nil || err == resolve.ErrNoName || ctx.Err() != nil {
				return answers, err
			}
		}
	}
	return nil, err
}
