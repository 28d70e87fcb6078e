package dns

import (
	"encoding/binary"
	"io"
)

// transfer sends a question over a connection and shows each message that
// comes to take, until that wants no more.
type transfer func(conn io.ReadWriter, question []byte, take func([]byte) bool) error

// datagram is the transfer of UDP.
func datagram(conn io.ReadWriter, question []byte, take func([]byte) bool) error {
	if _, err := conn.Write(question); err != nil {
		return err
	}
	var message [4096]byte
	for {
		n, err := conn.Read(message[:])
		switch {
		case err != nil && err != io.EOF: // which an empty datagram is
			return err
		case take(message[:n]):
			return nil
		}
	}
}

// messages is the transfer of TCP, with a length in front of each message.
func messages(conn io.ReadWriter, question []byte, take func([]byte) bool) error {
	if _, err := conn.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(question))), question...)); err != nil {
		return err
	}
	for {
		var length [2]byte
		if _, err := io.ReadFull(conn, length[:]); err != nil {
			return err
		}
		message := make([]byte, binary.BigEndian.Uint16(length[:]))
		if _, err := io.ReadFull(conn, message); err != nil {
			return err
		}
		if take(message) {
			return nil
		}
	}
}
