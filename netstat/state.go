package netstat

import (
	"strconv"

	"classicnet/procnet"
)

// tcpStates are those of a TCP socket, and of an SCTP one.
var tcpStates = [...]string{
	"", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT",
	"CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING",
}

// appendState appends the word of a state; one that has none by its number.
func appendState(b []byte, words []string, state uint64) []byte {
	if state < uint64(len(words)) {
		return append(b, words[state]...)
	}
	b = append(b, "UNKNOWN("...)
	return append(strconv.AppendUint(b, state, 10), ')')
}

func appendTCPState(b []byte, state uint32) []byte {
	return appendState(b, tcpStates[:], uint64(state))
}

// stateEstablished and stateClosed are those that UDP and raw sockets have.
const (
	stateEstablished = 1
	stateClosed      = 7
)

func appendUDPState(b []byte, state uint32) []byte {
	switch state {
	case stateEstablished:
		return append(b, "ESTABLISHED"...)
	case stateClosed:
		return b
	}
	return append(b, "UNKNOWN"...)
}

func appendRawState(b []byte, state uint32) []byte {
	return strconv.AppendInt(b, int64(int32(state)), 10)
}

// tcpTimers and udpTimers are what a socket waits for.
var (
	tcpTimers = [...]string{"off", "on", "keepalive", "timewait", "probe"}
	udpTimers = [...]string{"off", "on1", "on2"}
)

func appendTCPTimer(b []byte, s *procnet.Socket) []byte {
	return appendTimer(b, tcpTimers[:], s, s.Retransmits)
}

// appendUDPTimer shows no retransmissions, as there are none.
func appendUDPTimer(b []byte, s *procnet.Socket) []byte { return appendTimer(b, udpTimers[:], s, 0) }

func appendRawTimer(b []byte, s *procnet.Socket) []byte {
	return appendTimer(b, udpTimers[:], s, s.Retransmits)
}

// appendTimer appends what a socket waits for, the seconds, and how often it has
// sent again and probed.
func appendTimer(b []byte, words []string, s *procnet.Socket, retransmits uint64) []byte {
	if s.Timer < uint32(len(words)) {
		b = append(b, words[s.Timer]...)
	} else {
		b = strconv.AppendUint(append(b, "unkn-"...), uint64(s.Timer), 10)
	}
	expires := s.Expires
	if s.Timer == 0 {
		expires = 0
	}
	b = appendHundredths(append(b, " ("...), expires)
	b = strconv.AppendInt(append(b, '/'), int64(retransmits), 10)
	b = strconv.AppendInt(append(b, '/'), int64(s.Probes), 10)
	return append(b, ')')
}

// appendHundredths appends hundredths of a second as seconds.
func appendHundredths(b []byte, v uint64) []byte {
	b = strconv.AppendUint(b, v/100, 10)
	return append(b, '.', byte('0'+v/10%10), byte('0'+v%10))
}
