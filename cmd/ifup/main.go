// Command ifup is ifup, ifdown and ifquery: the name it is called by says
// which.
package main

import (
	"os"

	"classicnet/ifupdown"
)

func main() { os.Exit(ifupdown.Main(ifupdown.System(), os.Args)) }
