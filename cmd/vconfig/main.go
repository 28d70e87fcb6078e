// Command vconfig makes and deletes VLANs, as that of the vlan package did.
package main

import (
	"os"

	"classicnet/internal/tools/vconfig"
)

func main() { os.Exit(vconfig.Main(vconfig.System(), os.Args)) }
