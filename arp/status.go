package arp

// The exit statuses of arp. Scripts tell wrong use from failure.
const (
	statusOK      = 0
	statusWrite   = 1   // standard output couldn't be written
	statusUsage   = 3   // wrong use
	statusDialect = 4   // an unknown dialect, as of all our tools
	statusFailed  = 255 // anything else
)
