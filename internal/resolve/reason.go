package resolve

// Reason is why the last look-up failed: the numbers of h_errno in netdb(3).
// Its text is that of the classic tools' messages, which scripts read.
type Reason int

// The reasons, in netdb(3)'s order.
const (
	Internal   Reason = iota - 1 // NETDB_INTERNAL
	NoError                      // NETDB_SUCCESS: nothing was looked up, or it was found
	NoHost                       // HOST_NOT_FOUND: no source knows the name
	NoAnswer                     // TRY_AGAIN: no server answered
	NoRecovery                   // NO_RECOVERY: the question can't be asked
	NoAddress                    // NO_DATA: the name is known, without an address
)

// noFile is no reason of its own: a file that isn't there leaves the last one
// as it was.
const noFile = Internal - 1

// String returns the classic text.
func (r Reason) String() string {
	switch r {
	case NoError:
		return "Resolver Error 0 (no error)"
	case NoHost:
		return "Unknown host"
	case NoAnswer:
		return "Host name lookup failure"
	case NoRecovery:
		return "Unknown server error"
	case NoAddress:
		return "No address associated with name"
	}
	if r < 0 {
		return "Resolver internal error"
	}
	return "Unknown resolver error"
}
