// Command slattach makes a network interface of a serial line, as net-tools'
// slattach does.
package main

import (
	"os"

	"classicnet/internal/tools/slattach"
)

func main() { os.Exit(slattach.Main(slattach.System(), os.Args)) }
