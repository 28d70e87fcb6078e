// Command slattach makes a network interface of a serial line, as net-tools'
// slattach does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/slattach"
)

func main() {
	host.QuietQuit()
	os.Exit(slattach.Main(slattach.System(), os.Args))
}
