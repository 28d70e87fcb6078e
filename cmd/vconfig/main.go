// Command vconfig makes and deletes VLANs, as that of the vlan package did.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/vconfig"
)

func main() {
	host.QuietQuit()
	os.Exit(vconfig.Main(vconfig.System(), os.Args))
}
