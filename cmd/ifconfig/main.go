// Command ifconfig shows and configures network interfaces, as net-tools'
// ifconfig does.
package main

import (
	"os"

	"classicnet/ifconfig"
)

func main() { os.Exit(ifconfig.Main(ifconfig.System(), os.Args)) }
