// Command route lists the kernel's routing tables and changes them, as
// net-tools' route does.
package main

import (
	"os"

	"classicnet/route"
)

func main() { os.Exit(route.Main(route.System(), os.Args)) }
