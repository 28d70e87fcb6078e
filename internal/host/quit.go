package host

import "classicnet/internal/rawcall"

// QuietQuit keeps SIGQUIT from printing the stacks of the Go runtime. Main
// functions call it first: the signals of a program that uses the tools as a
// library are its own.
func QuietQuit() { rawcall.QuietQuit() }
