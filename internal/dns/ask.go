package dns

import (
	"errors"

	"classicnet/internal/resolve"
	"classicnet/tool"
)

// errServer is the answer of a server that can't or won't tell.
var errServer = errors.New("the server failed")

// errEnded is the answer for which nobody waits any more.
var errEnded = errors.New("the question was given up")

// ask puts a question to the servers in turn until one knows. It fails with
// ErrNoName, errServer, or any other error where there was no answer.
func (s service) ask(end resolve.End, name string, kind uint16) (*reply, error) {
	q, ok := newQuestion(name, kind)
	if !ok {
		return nil, tool.ErrNoName
	}
	c := s.config()
	var err error
	for range c.attempts {
		for _, server := range c.servers {
			e := exchange{q, end, s.dial, server, c.timeout}
			var r *reply
			if r, err = e.run(c.stream); err == nil || err == tool.ErrNoName || end.Closed() {
				return r, err
			}
		}
	}
	return nil, err
}
