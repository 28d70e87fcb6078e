package linkaddr

import "errors"

// Reason is why an address is refused, in the words that ifconfig prints
// behind the address ("K1ABC_: Invalid callsign").
type Reason string

// The reasons that the families with words of their own give.
const (
	InvalidCallsign Reason = "Invalid callsign"
	LongCallsign    Reason = "Callsign too long"
	NotTenDigits    Reason = "Node address must be ten digits"
	LongX25         Reason = "Address can't exceed eighteen digits with sigdigits"
	InvalidX25      Reason = "Invalid address"
)

func (r Reason) Error() string { return string(r) }

// ErrSyntax refuses an address of a kind for which the classic tools have no
// words: hex bytes, IPX and Econet.
var ErrSyntax = errors.New("malformed address")
