package brctl

import "classicnet/ioctl"

// shown is a bridge as it is shown.
type shown struct {
	name string
	ioctl.BridgeInfo
	ports []port
}

// port is a port of a bridge: its interface and its number there.
type port struct {
	name   string
	number int
	ioctl.BridgePort
	hairpin bool // frames may leave where they came in
	told    bool // hairpin is what the kernel says, which no request tells
}
