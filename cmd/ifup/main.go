// Command ifup is ifup, ifdown and ifquery: the name it is called by says
// which.
package main

import (
	"os"

	"classicnet/ifupdown"
	"classicnet/internal/host"
)

func main() {
	host.QuietQuit()
	os.Exit(ifupdown.Main(ifupdown.System(), os.Args))
}
