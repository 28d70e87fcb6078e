package dns

import (
	"context"
	"net/netip"
	"time"

	"golang.org/x/sys/unix"
)

// exchange is a question to one server.
type exchange struct {
	q       question
	ctx     context.Context
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
	if err := e.ctx.Err(); err != nil {
		return nil, err
	}
	conn, err := e.dial(network, e.server)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(e.timeout))                                    //nolint:errcheck // it would wait longer
	defer context.AfterFunc(e.ctx, func() { conn.SetDeadline(time.Unix(1, 0)) })() //nolint:errcheck // likewise

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
