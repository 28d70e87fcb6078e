//go:build !nodns

package dns

import (
	"context"
	"encoding/binary"
	"net/netip"
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"

	"classicnet/internal/resolve"
)

// exchange is a question to one server.
type exchange struct {
	q       dnsmessage.Question
	message []byte // that asks q
	ctx     context.Context
	dial    dialer
	server  netip.AddrPort
	timeout time.Duration
}

// run asks by UDP, and by TCP what is too long for that.
func (e *exchange) run(stream bool) (*dnsmessage.Parser, error) {
	if !stream {
		answers, header, err := e.over("udp", datagram)
		if err != nil || !header.Truncated {
			return answers, err
		}
	}
	answers, _, err := e.over("tcp", messages)
	return answers, err
}

// over asks on a connection of its own. transfer sends a question and passes
// on what comes back until it is taken.
func (e *exchange) over(network string, transfer transfer) (*dnsmessage.Parser, dnsmessage.Header, error) {
	if err := e.ctx.Err(); err != nil {
		return nil, dnsmessage.Header{}, err
	}
	conn, err := e.dial(network, e.server)
	if err != nil {
		return nil, dnsmessage.Header{}, err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(e.timeout))                                    //nolint:errcheck // it would wait longer
	defer context.AfterFunc(e.ctx, func() { conn.SetDeadline(time.Unix(1, 0)) })() //nolint:errcheck // likewise
	return e.converse(conn, transfer)
}

func (e *exchange) converse(conn conn, transfer transfer) (answers *dnsmessage.Parser, h dnsmessage.Header, err error) {
	// A number that nobody guesses stands in front of each message.
	if _, err := unix.Getrandom(e.message[:2], 0); err != nil {
		return nil, h, err
	}
	err = transfer(conn, e.message, func(message []byte) bool {
		answers, h = e.accept(message)
		return answers != nil
	})
	if err == nil {
		err = verdict(h)
	}
	return answers, h, err
}

// accept returns the answers in a message that is one to this question, else
// nil: anyone can send a datagram.
func (e *exchange) accept(message []byte) (*dnsmessage.Parser, dnsmessage.Header) {
	var p dnsmessage.Parser
	h, err := p.Start(message)
	if err != nil || h.ID != binary.BigEndian.Uint16(e.message) || !h.Response {
		return nil, h
	}
	q, err := p.Question()
	if err != nil || q.Type != e.q.Type || q.Class != e.q.Class || !sameName(q.Name, e.q.Name) {
		return nil, h
	}
	if p.SkipAllQuestions() != nil {
		return nil, h
	}
	return &p, h
}

// verdict is the error that a response code stands for.
func verdict(h dnsmessage.Header) error {
	switch h.RCode {
	case dnsmessage.RCodeSuccess:
		return nil
	case dnsmessage.RCodeNameError:
		return resolve.ErrNoName
	}
	return errServer
}
