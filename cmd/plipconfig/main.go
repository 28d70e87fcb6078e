// Command plipconfig shows and sets the times of a parallel line, as net-tools'
// plipconfig does.
package main

import (
	"os"

	"classicnet/internal/tools/plipconfig"
)

func main() { os.Exit(plipconfig.Main(plipconfig.System(), os.Args)) }
