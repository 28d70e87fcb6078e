package dns

import (
	"net/netip"
	"time"

	"golang.org/x/sys/unix"

	"classicnet/internal/resolve"
)

// exchange is a question to one server.
type exchange struct {
	q       question
	end     resolve.End
	dial    dialer
	server  netip.AddrPort
	timeout time.Duration
}

// run asks by UDP, and by TCP what is too long for that.
func (e *exchange) run(stream bool) (*reply, error) {
	if !stream {
		r, err := e.over("udp", datagram)
		if err != nil || !r.truncated() {
			return r, err
		}
	}
	return e.over("tcp", messages)
}

// over asks on a connection of its own. transfer sends a question and passes
// on what comes back until it is taken.
func (e *exchange) over(network string, transfer transfer) (*reply, error) {
	if e.end.Closed() {
		return nil, errEnded
	}
	conn, err := e.dial(network, e.server)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	conn.Limit(e.timeout)
	defer cutShort(conn, e.end)()

	// A number that nobody guesses is in front of each question.
	if _, err := unix.Getrandom(e.q[:2], 0); err != nil {
		return nil, err
	}
	var r *reply
	err = transfer(conn, e.q, func(message []byte) bool {
		r = e.q.reply(message)
		return r != nil
	})
	if err == nil {
		err = r.err()
	}
	return r, err
}

// cutShort ends the waiting on a connection at end, until it is told that
// nobody waits there any more.
func cutShort(c conn, end resolve.End) (done func()) {
	if end == nil {
		return func() {}
	}
	left := make(chan struct{})
	go func() {
		select {
		case <-end:
			c.Limit(0)
		case <-left:
		}
	}()
	return func() { close(left) }
}
