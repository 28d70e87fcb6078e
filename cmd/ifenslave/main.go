// Command ifenslave gives a bond its interfaces, as that of the kernel's documentation did.
package main

import (
	"os"

	"classicnet/internal/host"
	"classicnet/internal/tools/ifenslave"
)

func main() {
	host.QuietQuit()
	os.Exit(ifenslave.Main(ifenslave.System(), os.Args))
}
