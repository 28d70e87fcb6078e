// Command plipconfig shows and sets the times of a parallel line, as net-tools'
// plipconfig does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/plipconfig"
)

func main() {
	host.QuietQuit()
	os.Exit(plipconfig.Main(plipconfig.System(), os.Args))
}
