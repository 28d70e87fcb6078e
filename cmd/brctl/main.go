// Command brctl makes and shows Ethernet bridges, as that of bridge-utils does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/brctl"
)

func main() {
	host.QuietQuit()
	os.Exit(brctl.Main(brctl.System(), os.Args))
}
