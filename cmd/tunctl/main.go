// Command tunctl makes tap devices that stay, as that of uml-utilities does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/tunctl"
)

func main() {
	host.QuietQuit()
	os.Exit(tunctl.Main(tunctl.System(), os.Args))
}
