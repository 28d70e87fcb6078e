package ifconfig

// The exit statuses of the command. Flag changes that fail end in 255, the low
// byte of -1; scripts tell them from other failures by it.
const (
	statusOK      = 0
	statusFailed  = 1
	statusUsage   = 4
	statusOfFlags = -1
)

// accumulator is what failing words leave for the exit status.
type accumulator int

// or keeps what is there: a failing netmask doesn't hide failing flags.
func (a *accumulator) or(status int) { *a |= accumulator(status) }

// assign forgets what is there: `up mtu 1` on a missing interface ends in 1,
// `mtu 1 up` in 255.
func (a *accumulator) assign(status int) { *a = accumulator(status) }

// exit is the status that the shell sees.
func (a accumulator) exit() int { return int(uint8(a)) }
