// Command route lists the kernel's routing tables and changes them, as
// net-tools' route does.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/route"
)

func main() {
	host.QuietQuit()
	os.Exit(route.Main(route.System(), os.Args))
}
