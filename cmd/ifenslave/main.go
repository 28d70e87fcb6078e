// Command ifenslave gives a bond its interfaces, as that of the kernel's documentation did.
package main

import (
	"os"

	"classicnet/internal/tools/ifenslave"
)

func main() { os.Exit(ifenslave.Main(ifenslave.System(), os.Args)) }
