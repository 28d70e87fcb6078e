// Command nameif names interfaces by their hardware addresses, as net-tools' nameif
// does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/nameif"
)

func main() {
	host.QuietQuit()
	os.Exit(nameif.Main(nameif.System(), os.Args))
}
