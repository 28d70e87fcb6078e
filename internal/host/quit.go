package host

import "classicnet/ioctl"

// QuietQuit keeps SIGQUIT from printing the stacks of the Go runtime. Main
// functions call it first: the signals of a program that uses the tools as a
// library are its own.
func QuietQuit() { ioctl.QuietQuit() }
