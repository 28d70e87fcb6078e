package dns

import (
	"bytes"
	"encoding/binary"
	"strings"

	"classicnet/tool"
)

// The numbers of RFC 1035, and of RFC 3596 for AAAA.
const (
	typeA    = 1
	typePTR  = 12
	typeAAAA = 28
	classIN  = 1

	codeSuccess   = 0
	codeNameError = 3

	headerSize   = 12
	longestName  = 255 // as a message has it
	longestLabel = 63
)

// question is the message that asks a server and those behind it for records of
// one type. Its number, the first two bytes, is given when it is sent.
type question []byte

// newQuestion asks for the records of a name that ends in a dot. ok is false for
// what no record is called.
func newQuestion(name string, kind uint16) (q question, ok bool) {
	q = question{0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0} // recursion is desired, of one question
	for label := range strings.SplitSeq(strings.TrimSuffix(name, "."), ".") {
		if label == "" || len(label) > longestLabel {
			return nil, false
		}
		q = append(append(q, byte(len(label))), label...)
	}
	q = append(q, 0)
	ok = len(q) <= headerSize+longestName
	q = binary.BigEndian.AppendUint16(q, kind)
	return binary.BigEndian.AppendUint16(q, classIN), ok
}

// reply returns the answers in a message that is one to q, else nil: anyone can
// send a datagram. Case doesn't matter in names; no other byte of a question is
// a letter.
func (q question) reply(message []byte) *reply {
	if len(message) < len(q) || !bytes.Equal(message[:2], q[:2]) || message[2]&0x80 == 0 ||
		!bytes.Equal(message[4:6], q[4:6]) || !bytes.EqualFold(message[headerSize:len(q)], q[headerSize:]) {
		return nil
	}
	return &reply{message: message, at: len(q), left: int(binary.BigEndian.Uint16(message[6:]))}
}

// reply is what a server said, and the answers in it that weren't read yet.
type reply struct {
	message []byte
	at      int // where the next answer starts
	left    int
}

// truncated tells that there is more than fits in a datagram.
func (r *reply) truncated() bool { return r.message[2]&2 != 0 }

// err is what the response code stands for.
func (r *reply) err() error {
	switch r.message[3] & 0xf {
	case codeSuccess:
		return nil
	case codeNameError:
		return tool.ErrNoName
	}
	return errServer
}

// next returns where the data of the next answer of a type is in the message.
// ok is false where there is none.
func (r *reply) next(kind uint16) (from, to int, ok bool, err error) {
	for ; r.left > 0; r.left-- {
		at := skipName(r.message, r.at)
		if at < 0 || at+10 > len(r.message) {
			return 0, 0, false, errMalformed
		}
		head := r.message[at : at+10] // type, class, a time, the data's length
		from, to = at+10, at+10+int(binary.BigEndian.Uint16(head[8:]))
		if to > len(r.message) {
			return 0, 0, false, errMalformed
		}
		r.at = to
		if binary.BigEndian.Uint16(head) == kind && binary.BigEndian.Uint16(head[2:]) == classIN {
			r.left--
			return from, to, true, nil
		}
	}
	return 0, 0, false, nil
}
