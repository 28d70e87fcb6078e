// Command mii-tool shows and sets what network cards agree on with the other end of
// the wire, as net-tools' mii-tool does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/miitool"
)

func main() {
	host.QuietQuit()
	os.Exit(miitool.Main(miitool.System(), os.Args))
}
